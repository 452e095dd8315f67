"""Papers that look like a form about a call and are none: a visitors' register, a notice, a bill, a
permit, a lease. They have a community, a room, a name and a telephone as well."""

import re
from collections.abc import Sequence

from bot.ocr.page.flat import flat_page
from bot.ocr.page.lines import Line
from bot.ocr.page.rows import rows

_VISITORS = (
    re.compile(  # a title, or a heading; 来电来访登记表 is of calls, 门卫不做访客登记 is one
        ".*(?:来访人员|访客|外来人员|进出|出入).{0,4}登记[表簿册本]"
        "|(?!.*[不没]).{0,8}(?:访客|外来人员|外来车辆|施工人员|出入|进出).{0,3}登记"
        "|到访(?:楼|房|时间|单位).{0,2}|被访(?:人|单位|房号|室号).{0,2}|去往(?:楼栋|房号)?"
        "|离开(?:时间)?|离场时间"
    )
)
_NOTICE = re.compile(
    "尊敬的(?:业主|居民|住户|客户).*|各位(?:居民|业主|住户).*|特此(?:通知|公告|告知).?"
    "|(?!工作通知).{0,8}(?:通知|公告|告示)"
)
# Words that only papers about calls have; a short note may do without.
_OF_CALLS = re.compile(
    "来电|来话|致电|打来|报修|报事|报障|诉求|投诉|反映|求助|求修|请修|需修|修理|故障|事由|损坏|热线"
    "|接听|接线|接电|接话|值班|受理|工单|维修|留言|险情|抢修|急修|报急|叫修|问题(?:概述|描述|条线|类别)|服务需求|回电|报单"
)
_TITLE = re.compile(
    "(?:.{0,14}(?:招领|启事|许可证|出入证|通行证|申领[册表]|报名表|体检表|清单|花名册|通讯录|排班表"
    "|签到[表册]?|合同|协议书?|承诺书|倡议书|租赁.{0,6}|停放登记.?|缴费.{0,4}|账单|收据|发票|汇总表?"
    "|统计.{0,2}表?|问卷|计划表?|菜单|价目表|报价单|会议.{0,4}|巡[逻更检].{0,6}(?:记录|表)|打卡.{0,4}"
    "|培训.{0,4}|表决票|选票|放行条|出门条|介绍信|邀请函|感谢信|表扬信|考勤表|值班(?:安排)?表|工资[条单]"
    "|(?:通行|停车|车位|门禁|车辆).{0,9}申[请领].{0,3}|志愿(?:者|服务).{0,4}(?:记录|登记|报名|招募).{0,3}"
    "|应聘.{0,8}|求职.{0,6}|入职.{0,6}|(?:个人)?简历|快递.{0,6}(?:登记|签收|代收).{0,3}|名片"
    "|领用[单表]|[出入]库单|采购.{0,2}[单表]|送货单|快递单|运单|.{0,8}(?:速运|快递|快运|物流)|处方笺?|病历|化验单|检测报告|年检.{0,4}"
    "|使用标志|合格证|铭牌|保险单|课程表|成绩单|招聘.{0,6}|招租|公示"
    "|[周月季年]报(?:[（(].{1,8}[)）])?|简报|.{0,4}(?:考核|评比).{0,6}|评分表"
    "|(?:.{0,6}[\\W·])?急?[出急转]售.{0,8}|出租.{0,8}|求[租购].{0,8}))"
)
# As titles end, and no sentence does: 公示栏玻璃碎了 is a trouble.
_END = (
    "(?:服务)?(?:.{0,8}(?:记录|简介|提纲|名单|回执|公告|[表单书卡函册证]))?"
    r"\s*(?:[（(·—].{1,12})?"
)
# What speaks of troubles and reports none: though it has all that a call has, it is no form.
_OF_NO_CALL = re.compile(
    "版本\\d.{0,16}|.{0,24}(?:回归|验收|功能)测试"
    "|[^，。：:]{0,8}钥匙[^，。：:]{0,6}(?:[表单]|记录|登记).?"
    "|.{0,16}(?:问卷|体验调查|满意度调查|试卷|测验|话术|演练卡|道歉信"
    "|填写(?:示范|样例|说明)).{0,12}"
    "|(?!.*(?:来电|报修|报事|投诉|诉求|求助|反映|派工|受理[单表登]|[没未不坏]))"
    ".{0,16}(?:合同|协议书|[保质][修保]卡|(?:完工|竣工).?(?:签收|验收|确认|结算)单|居住登记|居住证"
    "|认定书|(?:作业人员|从业|上岗|资格|执业)证|遗失.{0,8}(?:登记|凭条|声明|报备)|新功能|宽带|家政"
    "|钟点工|裁定书|判决书|调解书|意见书|授权书|同意书|承诺书|告知书|复函|批复|答复|证明"
    "|预案|脚本|方案|规程|制度|细则|手册|指南|名册|公示|表彰|推荐表|提名表|审批表"
    "|(?:评价|评分|考核|测评|达标).?表|交底|标识|中标|招标|投标|比选|询价|报价|价目|收费标准"
    "|采访|候选人|搬[家场]|(?:停用|停水|停电|施工|作业).{0,6}告知"
    "|(?:物资|材料|设备|工具|物品)清单|(?:查阅|调阅|借阅|领用)(?:申请|登记)|回访(?:清单|汇总)?)"
    f"{_END}"
    "|(?:温馨|友情|安全|停车)提示|(?:违停|违章|挪车)(?:告知|提醒|通知).?"
)
# Calls and repairs that are another house's: a bus line's, a school's, a garage's.
_OF_OTHERS = re.compile(
    "(?!.*(?:物业|小区|宿舍|后勤))[一-鿿A-Za-z\\d《》“”]{0,14}"
    "(?:家访|随访|笔录|初测|量房|回收|失物|乘客意见|旅客|航空|节目|点歌|心理|青少年|公积金|工伤|公证|救助"
    "|领物|配匙|换锁(?:登记|备案)|开锁服务|消费者|消协|荐购|催还|家长|车间|信息设备|(?<![A-Za-z])IT|纳凉"
    "|安置(?:人员|点)|接处警|诈骗|(?:汽车|电动(?:自行)?车|手机|电脑)维修|(?:热水器|净水器|空调|家电)安装)"
    "[一-鿿/·]{0,10}(?:表|单|记录|登记|回执|笔录|[簿卡本])\\s*(?:[（(·].{1,12})?|(?:询问|调查)笔录|(?:授权)?委托书"
    "|[^，。：:]{0,16}(?:失物|随访|家访|点歌|节目报送|以旧换新|停机通知|IT服务台|催还)[^，。：:]{0,12}"
)
_LETTERHEAD = re.compile(
    "(?!.*物业)[一-鿿\\d]{2,14}(?:小学|中学|幼儿园|医院|派出所|公证处|电台|图书馆|车行|汽修|快修|青少年|公积金"
    "|公交|巴士|轨道交通|精神卫生|消费维权|家居装饰|全屋定制|电教)"
    "(?:[一-鿿]{0,6}(?:中心|公司|热线|[科店组处站所委室部]))?\\s*(?:[（(·].{1,12}|\\d+|FM.*)?"
)
_LABEL = re.compile(
    r"(?:(?:装修)?押金|月?租金|租期|出租人|单价|金额.{0,3}|计费期间|建筑面积|房屋面积|车辆品牌|行驶证号?"
    "|有效期|施工(?:期限|人数|项目)|装修内容|年级|学校|血压|身高|体重|移交人|进户门|领证|退证|户籍地"
    "|应聘岗位|面试(?:人|意见)|期望月薪|到岗时间|志愿者姓名|服务时长|快递公司|件数|取件.{0,2}|代收人.{0,4}"
    "|提交材料|车辆类[别型]|(?:主营)?业务(?:范围)?(?=[：:])|经营范围|网址|邮箱"
    "|预算金额|分摊方式|征询结果|应分摊.{0,4}|实付|再次购买|申请发票|装机地址|卡号"
    "|办结率|设备编号|维保类别|停运时间|登记机关|检验机构|设备代码|下次检验.{0,4}|拾到.{0,2}"
    "|认领.{0,2}|缴费方式|经纪人.*|统计区间.*|编制人.*|合计(?:（.{0,4}）)?|报名科目"
    r")(?:[：:].*)?"
)
_HEAD = re.compile("[一-鿿（）()]{4,}(?:[表单册簿卡证书片]|记录|公司|中心|[站部处])")
_OFFERED = re.compile(
    "优惠|酬宾|元起|折扣|[一-九\\d]折|专业|安装|清洗|加氟|移机|开锁|换锁|回收|疏通|免费|上门服务"
)
_MANY_OFFERED = 4  # no call asks for so much at once
_TOP = 3  # rows among which a title stands
_FEW = 2  # labels of another paper: a form about a call may have one


def is_notice(lines: Sequence[Line]) -> bool:
    """Whether it tells residents something."""
    return any(_NOTICE.fullmatch(line.text) for line in lines)


def is_advertisement(lines: Sequence[Line]) -> bool:
    """Whether it offers this and that."""
    said = "".join(line.text for line in lines)
    return len(set(_OFFERED.findall(said))) >= _MANY_OFFERED


def tells_of_calls(lines: Sequence[Line]) -> bool:
    """Whether any of its words is about calls or repairs."""
    return any(_OF_CALLS.search(line.text) for line in lines)


def is_of_no_call(lines: Sequence[Line]) -> bool:
    """Whether its title, or its letterhead, says that it is no call to a property firm, whatever
    else it has: a lease, a questionnaire, the receipt of a repair that is done, a school's."""
    top = _top(lines)
    titled = any(kind.fullmatch(text) for kind in (_OF_NO_CALL, _OF_OTHERS) for text in top)
    return titled or any(_LETTERHEAD.fullmatch(text) for text in top[:1])


def is_another(lines: Sequence[Line]) -> bool:
    """Whether it is a register of visitors, or its title, or what it asks for, is another paper's:
    one word of it tells that where nothing is about calls, else a few do."""
    if not lines:
        return False
    if is_of_no_call(lines) or any(_VISITORS.fullmatch(line.text) for line in lines):
        return True
    top = _top(lines)
    titles = sum(_TITLE.fullmatch(text.strip(" 《》")) is not None for text in top)
    labels = sum(_LABEL.fullmatch(line.text) is not None for line in lines)
    return titles + labels >= (_FEW if tells_of_calls(lines) else 1)


def is_headed(lines: Sequence[Line]) -> bool:
    """Whether a title or an office's name stands above: no slip of paper with a note has one."""
    return any(_HEAD.fullmatch(text) for text in _top(lines))


def _top(lines: Sequence[Line]) -> list[str]:
    return [line.text for row in rows(lines, flat_page(lines))[:_TOP] for line in row]
