"""When words close a ticket: the work is finished, all of it, and nobody disputes it."""

import pytest

from models.said.words import Gesture, nearly_mended, understand

SENT = """
    在处理了 师傅在处理了 已经在处理了 派人处理了 叫人处理了 去处理了 安排处理了 工程部在处理了
    在抢修了 电梯公司在处理了 正在修
"""
OPEN = {
    "somebody else is to do it": """
        已派人修复 已通知电梯公司修复 已转交厂家处理了 已报供电局处理了 让师傅去修好 着手处理了
        上门维修了 陆续处理了 水务局在修了
    """,
    "it did not help": """
        已处理未解决 已维修未果 已维修多次未果 已维修两次均未解决 已维修过两次，没用 已修，不管用
        已疏通但不畅 已更换水泵，无水 已换，不亮 已处理，未见好转 已处理，治标不治本 修好了又坏了
        已处理但效果有限 水已恢复，水压偏低 已换新灯泡，还闪 已更换水管，漏水未止 已换，尺寸不合适
    """,
    "only a part of it": """
        已处理50% 已完成80% 已完成八成 已修复大半 修好一部分了 已更换一个，另一个等配件
        已修好一台 已恢复一路供电
        已修好一盏，剩两盏 已解决两户，其余在做 两台电梯修好一台 灯没修，水管已修好 先处理了一下
        已处理一下 其他的都修好了 应急处理好了 主体已完成 已修复，调试中 已修复中
    """,
    "only a step before it": """
        已完成勘察 已完成报价 已完成初步维修 已完成第一步 已办理延期手续 已修改方案 已换人处理
        已排除我们的管道
    """,
    "tried, and how often": """
        已处理过了 已维修三次 修好几次了 已修好几次都没用 处理好几次了
    """,
    "somebody disputes it": """
        已处理过，业主不认可 已更换配件，业主不满意 已修好，业主要求重新修 已处理，业主拒签
        已修复，居民有异议 已更换，业主投诉 已处理完，业主又报修 已修好，业主不信
    """,
    "more is to come": """
        已更换，明天再来调试 已处理，下午再去看看 已堵漏，后续再修 已修，待配件 已处理，正在观察
        修好了，需要再换个阀门 已更换，墙面粉刷另行安排 两天修好 三天修好 月底前修好 就修好 快办结了
        维修完成后通知居民 处理完给居民回电话 修好告诉我 修好了告诉我一声 修完告诉你
        晚上就修好了 下班前就修好了 月底前就修好了 今天下午就修好了
        修好了，明天再来刷墙 修好了，明天再来看看再回访
    """,
    "a guess, a question, a mistake": """
        修好了吧 修好了，是吧？ 修好了，对吧 修好没啊 好像修好了 据说已修好 系统显示已办结 办结吧
        误点办结 不小心点了办结 撤销办结 办结按钮没反应 你确定修好了
    """,
}
CLOSED = """
    已修好 修好了 处理好了 已处理 处理了 弄好了 办结 已修 已修完 修复了 已经好了 都换了 维修完成
    灯换好了 已更换灯泡3只 已更换两扇门 均已处理 全部处理完毕 已完成维修 维修已完成 故障已排除
    已派人修好了 师傅上门修好了 厂家来修好了 电梯公司已修复 已由厂家修复 已上门处理好 现场处理好了
    已连夜抢修完毕 等了两天配件，已修好 剩下的也修好了 新能源车牌识别已修好 显示屏已修好 数据已恢复
    水压不足，已处理 业主反映没水，已恢复 漏水问题已解决 已疏通，不堵了 垃圾清走了 树枝已修剪完
    电梯恢复正常运行了
    已修好，没有漏水了 已修好，居民不在家 已修好，业主没接电话 已修好，电话打不通
    已修好，业主很满意 已修好，等待回访 修好了，请业主确认 已修好已通知居民 修好了并通知了业主
    已修好，有问题再联系 已修好，如再有问题，我们再来处理 已修复，试运行正常 已修好，请放心
    修好了，明天来回访就行 已修好，下午请回访 修好了，稍后发照片 已修好，照片晚点传
    昨天下午就修好了 上周五就修好了 当场就修好了 补好了 门装好了 清理干净了 恢复供电了
"""


@pytest.mark.parametrize("text", SENT.split())
def test_who_is_at_it_has_taken_the_ticket_and_not_finished(text: str) -> None:
    assert understand(text) is Gesture.ACKNOWLEDGE


@pytest.mark.parametrize(
    ("text", "because"), [(text, why) for why, texts in OPEN.items() for text in texts.split()]
)
def test_what_leaves_the_work_open_closes_nothing(text: str, because: str) -> None:
    assert understand(text) is not Gesture.RESOLVE, because


@pytest.mark.parametrize("text", CLOSED.split())
def test_the_ordinary_words_of_finished_work_close_it(text: str) -> None:
    assert understand(text) is Gesture.RESOLVE


NEARLY = """
    已维修两次均未解决 已更换一个，另一个等配件 已处理过了 下午就修好了 好像修好了 应该好了
    差不多修好了 基本修好 业主说修好了 好了 #1好了 可以了 灯亮了 水通了 有水了 来电了 不漏了 没事了
    灯换了 换了个新的 人救出来了 请结单 可以关单了
"""
NOT_EVEN = """
    还没好 没亮 好了吗 亮了没有 什么时候来电 马上好了 明天就修好了 换个灯就好了 师傅在处理了
    已派人处理 修好了告诉我 请尽快修好 应该修好 争取今天修好 约好了 电话打通了 业主来电了 换人了
    撤销办结 可以 收到
"""


@pytest.mark.parametrize("text", NEARLY.split())
def test_who_nearly_claims_it_is_told_that_it_is_open(text: str) -> None:
    assert understand(text) is not Gesture.RESOLVE
    assert nearly_mended(text)


@pytest.mark.parametrize("text", NOT_EVEN.split())
def test_who_does_not_claim_it_is_told_nothing(text: str) -> None:
    assert not nearly_mended(text)


def test_many_of_the_same_words_are_read_in_no_time() -> None:
    for word in ("都", "已经", "全部", "再", "好了"):
        assert understand(word * 1000 + "x") is not Gesture.RESOLVE
        nearly_mended(word * 1000 + "x")
