"""Photos on disk, named by their content, readable to nobody else."""

import hashlib
import os
import tempfile
from pathlib import Path


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
        handle, scratch = tempfile.mkstemp(dir=target.parent)  # made with mode 0600
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(scratch, target)  # a crash leaves the whole photo or none
        return name

    def path(self, name: str) -> Path:
        """Where the photo of this name lies."""
        return self._root / name[:2] / name

    def remove(self, name: str) -> None:
        """Forget the photo, if it is there."""
        self.path(name).unlink(missing_ok=True)
