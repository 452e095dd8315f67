"""What a resident is called by those who work for him: 业主, 租客, 沈阿姨, 他.

Patterns to build on. 师傅 is the firm's own man, and 保洁阿姨 works for it as well."""

NAMED = (
    r"(?:业主|居民|住户|住家|户主|客户|用户|业户|租[客户]|房客|对方|当事人|(?:来电|报修|反映)人"
    r"|家属|家里?人|老人)"
)
TITLE = r"(?:先生|女士|小姐|阿姨|阿婆|老师(?!傅)|老伯|老太太?|爷叔|大爷|大妈|大叔|大姐)"
RESIDENT = rf"(?:{NAMED}?[一-鿿]{{0,2}}(?<!保洁|保安|门卫|居委|物业){TITLE}|{NAMED}|[他她](?!们))"
