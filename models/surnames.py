"""What names begin with."""

# The hundred most frequent surnames, of five Chinese in six, and some more of Shanghai.
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
    "施洪季严俞倪章鲁葛韦申尤毕聂柳邢岳齐梅莫庄辛管祝左涂谷祁耿牟卜路詹关苗凌费纪靳盛童欧甄项厉舒包裴班宁"
    "瞿钮郁茅储诸蓝仇翟褚屈房窦阮骆麦宫符臧庞冉桑桂喻蒲鲍卫滕殷樊奚郎昌凤"
    "陶覃翁宗戚晏缪闵荣卞邬闻饶佟栾胥佘荆隋蔺岑柯穆席霍吉景劳卓虞柴寇匡艾裘仲巫焦肖付闫兰娄敖屠甘尚惠谈柏芮颜伍丘杭曲廉竺鞠丛邸牛温芦游池迟楚栗谌麻雍邝阚郜鄢冼糜"
)
# Surnames that are words as well: known by the title behind them, 安小姐, 华阿姨.
AMBIGUOUS_SURNAMES = "安华水时向车花米明计成应冷连原古海年山商修苗简双解"
# How people are called behind a surname, as a choice of a regular expression.
TITLES = "先生|女士|小姐|阿姨|老伯|阿婆|爷叔|大姐"
# As a choice of a regular expression. 东方 begins the names of communities as well.
DOUBLE_SURNAMES = (
    "(?:欧阳|司马|上官|诸葛|司徒|独孤|南宫|夏侯|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|轩辕|端木|百里"
    "|东郭|闻人|澹台|濮阳|淳于|单于|申屠|钟离|鲜于|闾丘|司空|司寇|呼延|赫连|西门)"
)
