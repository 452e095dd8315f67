"""What offices write around a resident's own words: what leads to them, and what follows them."""

import re
from collections.abc import Iterable


def _any(words: Iterable[str]) -> str:
    return "|".join(words)


_BEGINS = (
    "反映|内容|诉求|需求|问题|如下|情况|来电|告知|转告",
    "(?:情况|具体|需求|困难|问题|事情)[为是]",
    r"(?:住户|居民|业主)说|(?<![一-鿿])[说讲]|(?<!名)称",
    "(?:下列|以下|如下)(?:问题|情况|事项)",
)
TOLD = re.compile(  # the trouble follows
    _any(
        (
            f"(?:{_any(_BEGINS)})[：:]",
            '来，说|现因|称[“”"]',
            "[）)]，称(?![呼谓为])",
            r"(?<=\d[）)])[：:]",
        )
    )
)
TOLD_PLAINLY = re.compile(  # where no colon does
    r"[，,]反映(?!.{0,6}方面|[如以下该])(?=[一-鿿]{4})|来电[（(][^（()）]{7,16}[)）][，,]"
    r"|(?:打来|打电话来|来电|来话)[，,][说讲称](?=[一-鿿]{4})"
)
# 请尽快来修 behind a comma is the resident's own word.
_ASKED = (
    "(?<![，,])请(?:派|速|及时|尽快)",
    "请(?:即|抓紧|按|贵|你|你们|物业|转|直接|有关|相关|各)|烦请|望贵|盼望|麻烦(?:你|了)|你去看",
    "特此|特申请|现转|此致|如需|急不急",
    "让物业|(?<=。)(?:已(?:向|告|通|答|转)|[希盼]?望)|(?<=，)已告知",
    "该(?:事项|问题|情况)|以上列为|经初步|经研判|已记入",
    "[我他她]的(?:电话|手机)|来电人(?:联系)?电话|(?<=。)(?:联系)?(?:电话|手机)",
)
_OTHERS = (
    r"问[：:]|[“”\"](?:。|一事)",
    "联系电话|回电|交班事项|[交接]班人",
    "(?:事项)?归类|此事|类别|类型|紧急程度|该?事项属于|(?:属于?|算|归)(?=.{2}[类，])",
    r"[□☐☑]|[（(]\s*[√✓]?\s*[)）]",
    "(?:接电|接听|接线|值班|记录|经办)[人员]{0,2}[：:]",
)
TOLD_ALL = re.compile(_any((*_ASKED, *_OTHERS)))  # the resident's words end here
