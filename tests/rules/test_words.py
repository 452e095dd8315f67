"""What plain words mean, and above all what they do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.said.words import Gesture, besides, understand

MEANT = {
    Gesture.ACKNOWLEDGE: """
        都收到了 已派师傅上门 收到🙏 收到[抱拳] 收到哈 收悉
        收到 收到！ 收到了 收到。 马上安排 收到，马上安排 接单 已接单 签收 好的 好
        好的，马上处理 OK ok！ ＯＫ Okay 来了 我来了 这就去 马上到 马上派人 我们马上派人去
        立即处理 安排师傅了 已安排师傅明天上门 安排人过去了 没问题 明白 知道了 正在处理
        处理中 我去看看 已联系师傅 👍 #17收到 不好意思，刚看到，收到 收到，30分钟到
        收到，请转告业主 收到，已转工程部 收到，要找师傅看看 收到，要找配件
        收到，下午修好 好的谢谢 我们尽快安排 马上修好
    """,
    Gesture.RESOLVE: """
        已修好 已修好请回访 修好了 修好 搞定 搞定了 处理完毕 已处理完毕 办结 已办结
        完成了 完成 已完成 办好了 1号单办好了
        已解决 解决了 已处理 已更换 已恢复正常 路灯已经修好了。 收到，已修好 昨天修好了
        今天下午修好了 疏通好了 都好了 谢谢，修好啦 维修完毕 新能源车牌识别已修好
        居委会门口的灯已修好 #17已修好 17号单已办结 刚才已修好 done Fixed!
        主要问题已处理完毕 已联系居民，已修好 通水了 来人看过，修好了
        昨天就修好了 早就修好了 上午就修好了 前天就已修好
    """,
    Gesture.REFUSE: """
        不属物业职责 这个不归物业管 退单 申请退单 退单：不是我们小区 不是我们小区 不是我们小区的
        这个不是我们小区
        不归我们管 不属于我们 不是我们的 不在我们管辖范围 不属于物业范围 派错了
        收到，但不是我们小区 我们要退单 拒绝接单，这个小区我们已经不管了 我们不接这单 接不了
        收到，不在我们范围 不在物业管理范围内 超出我们服务范围 拒单 拒接这单 这不是物业的活
        业主说不是我们小区，退单
    """,
    Gesture.CONTACT: """
        已联系居民 已经联系业主了 联系上居民了 电话打过了 打过电话了 已打电话 已到现场
        到现场了 师傅已到现场 我们到了 师傅到了 在路上 师傅在路上了 已出发 已上门
        收到，已联系居民 上门看过 已致电居民 已电话联系 已与业主沟通 给业主回过电话了
        跟业主联系了 已和住户沟通好 到楼下了 在小区了 现场看过了 师傅已到 师傅到小区门口了 人已到
        打电话给业主了 已电联业主 和王阿姨通过电话了 和业主说过了 已通知业主 已加业主微信 去看过了
        电话联系业主了 联系业主了 打了业主电话 微信联系了
        跟业主说好了明天上门 约了业主后天上午 已跟业主确认明天上午 已约沈先生下午3点
        上午跟业主约好了下午3点
    """,
    Gesture.OFFER: """
        我们来帮 我们来帮忙 我来帮忙 我们派人去 我们小区碰到过 我们碰到过，可以看看
        我们可以协助 协助 需要帮忙吗 需要帮忙吗？ 要不要我们帮忙 我们也可以支援
        我们有这方面经验 需要我们派人协助吗？ 我们去帮一把 我们可以来看看 我们能过去处理
    """,
    Gesture.CALL_HELP: """
        求助 请支援 请求支援 修不了需要专业 修不了，需要专业师傅 需要支援 请兄弟单位协助
        请大家帮忙 谁碰到过？ 哪家能帮忙？ 申请会诊 需要专家会诊 求支援
        已到现场，修不了，请支援
    """,
    Gesture.HOLD: """
        挂账 申请挂账 先挂账，等大修基金
    """,
    Gesture.ASK_EXTENSION: """
        延期 申请延期 延期到周五 宽限到明天下午 请宽限两天 收到，申请延期3天
        能不能延期到周五？ 可以宽限两天吗 需要延期
    """,
}

MISSED = """
    已联系居民，无人接听 已打电话，没人接 已联系业主，电话关机 联系过，没打通 已联系但居民不在家
    上门了，没人在家 到了，业主不在 师傅已到，业主不在，改天再来 已上门，家中无人
    已到现场，进不去 已致电居民，空号
    已经联系了几次都没人接
"""

NOT_MEANT = """已经报修了
业主要退单
师傅派错了，换一个
不归我们管，但我们先去看看
请帮忙并单
请客服帮忙改一下电话
需要大家等一下
已联系居委
已打电话给电工
居民又打过电话来催
派单员打过电话了
配件已到了
已预约上门
业主说想退单
居民自己让我们退单
拒收快递
在我们范围
收到，请派给申和
收到，这个归自来水公司管
收到，请转申和
收到，这个要找水务
还没和业主沟通
没给业主打电话
和师傅沟通过了
已和电梯公司沟通
和业主沟通好再去
和业主约好了再去
要跟业主约明天上午
明天跟业主约好时间
还没跟业主说好
跟厂家说好了明天送货
给业主定了个新阀门，明天到货
配件已到
还没去看过
正在和业主沟通
他们不接单
明天就修好
修好请通知我
还没修好
没修好
还没办好
没有修好
没有完全修好
未修好
修不好
修好了吗？
修好了吗
修好了没
修好没有
修好了么？
什么时候能修好
明天才能修好
明天修好
明天会修好
争取今天修好
快修好了
预计下午完成
两小时内修好
周五前修好
修好后通知我
等配件到了修好
请尽快修好
基本修好
居民说修好了
修好了又坏了
昨天修好了，今天还是漏
已修好了，但是还有点漏
修好了，还在滴水
已修好，不过灯不亮
修好了，可是没修彻底
已处理，还要换个阀门
上次修好了
漏水修好了，灯还没修好
没处理完
无法解决
解决不了
处理不了
未完成
完成时间
办结率多少
没收到
没有收到
还没收到
收到了吗
收到请回复
收到居民投诉
不能接单
无法接单
还没接单
谁接单
请及时接单
请安排师傅
安排不了
没安排
还没到现场
没联系上居民
联系不上居民
明天到现场
联系居民了吗
明天联系居民
车停在路上
不退单
不要退单
别退单
不同意退单
为什么退单
是不是我们小区
不是我们小区的车
不用帮忙
不需要协助
我们没碰到过
不需要支援
居民求助
不挂账
不能挂账
不延期
同意延期
已修好，退单
今天天气不错
楼道灯坏了5盏
漏水
一楼污水管漏水，漏到自家阳台

？
17
#17
电来了吗"""


@pytest.mark.parametrize(
    ("text", "gesture"),
    [(text, gesture) for gesture, texts in MEANT.items() for text in texts.split()],
)
def test_words_that_are_gestures(text: str, gesture: Gesture) -> None:
    assert understand(text) == gesture


@pytest.mark.parametrize("text", NOT_MEANT.split("\n"))
def test_words_that_are_none(text: str) -> None:
    assert understand(text) is None


@pytest.mark.parametrize(
    ("text", "gesture"),
    [
        ("收到 马上安排", Gesture.ACKNOWLEDGE),
        ("@chen_xd 收到", Gesture.ACKNOWLEDGE),
        ("got it", Gesture.ACKNOWLEDGE),
        ("on my way", Gesture.CONTACT),
        ("We can help", Gesture.OFFER),
        ("not our community", Gesture.REFUSE),
        ("not done", None),
    ],
)
def test_words_with_spaces(text: str, gesture: Gesture | None) -> None:
    assert understand(text) == gesture


@pytest.mark.parametrize("text", ["已修好，如还有问题请联系", "已修好，但是居民不在家"])
def test_what_is_said_besides_takes_nothing_back(text: str) -> None:
    assert understand(text) is Gesture.RESOLVE


@pytest.mark.parametrize("text", MISSED.split())
def test_who_has_met_nobody_has_made_no_contact(text: str) -> None:
    assert understand(text) is None


@pytest.mark.parametrize(
    "text", ["已联系业主，不在家，约好周五", "已联系居民，没问题", "已到现场，没有人受伤"]
)
def test_a_contact_is_one_whatever_else_is_said(text: str) -> None:
    assert understand(text) is Gesture.CONTACT


@given(st.sampled_from(MEANT[Gesture.RESOLVE].split()))
def test_a_question_is_no_report(text: str) -> None:
    assert understand(f"{text.rstrip('！!。')}吗？") is not Gesture.RESOLVE


@given(st.text(max_size=60))
def test_any_text_is_answered(text: str) -> None:
    assert understand(text) is None or isinstance(understand(text), Gesture)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("挂账，等大修基金", "等大修基金"),
        ("退单：不是我们小区", "不是我们小区"),
        ("求助 电梯专家", "电梯专家"),
        ("求助", ""),
        ("退单理由是不归我们管", "退单理由是不归我们管"),
        ("不是我们小区，退单", "不是我们小区，退单"),
    ],
)
def test_a_reason_is_what_is_said_besides_the_word(text: str, said: str) -> None:
    assert besides(text) == said
