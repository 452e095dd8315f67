"""Photos on disk, named by their content, readable to nobody else."""

import hashlib
import os
import tempfile
from pathlib import Path

_PIECE = "tmp"


class Store:
    """A directory of photos. A name is the SHA-256 of the bytes, plus the file's ending."""

    def __init__(self, root: Path) -> None:
        self._root = root
        root.mkdir(parents=True, exist_ok=True, mode=0o700)
        root.chmod(0o700)

    def put(self, content: bytes, ending: str = ".jpg") -> str:
        """Keep the bytes; the same bytes are kept once. Returns their name."""
        name = hashlib.sha256(content).hexdigest() + ending
        target = self.path(name)
        if target.exists():
            return name
        target.parent.mkdir(exist_ok=True, mode=0o700)
        # Made with mode 0600.
        handle, scratch = tempfile.mkstemp(prefix=_PIECE, dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(scratch, target)  # a crash leaves the whole photo or none
        except OSError:  # a full disk
            os.unlink(scratch)
            raise
        return name

    def remove_pieces(self) -> None:
        """What a process that died was writing has no name by which it could be found later. Not
        while another process may be writing."""
        for piece in self._root.glob(f"*/{_PIECE}*"):
            piece.unlink()

    def path(self, name: str) -> Path:
        """Where the photo of this name lies."""
        return self._root / name[:2] / name

    def remove(self, name: str) -> None:
        """Forget the photo, if it is there."""
        self.path(name).unlink(missing_ok=True)
