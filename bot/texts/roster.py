"""What an import of the roster changes, and what the command line says of it."""

from bot.texts.text import Text

CHANGES = {
    "firm_new": Text("新增单位 {firm}（{kind}）", "new firm {firm} ({kind})"),
    "firm_back": Text("单位加入 {firm}（资料已有）", "firm joins, known before: {firm}"),
    "firm_changed": Text(
        "{firm}：{kind}，专长 {skills}", "{firm} is {kind} now, skilled in {skills}"
    ),
    "firm_left": Text("单位退出 {firm}（记录保留）", "firm left: {firm} (its record stays)"),
    "community_new": Text(
        "新增小区 {community} → {firm}（自 {day}）", "new community {community} → {firm} from {day}"
    ),
    "community_moved": Text(
        "{community}：自 {day} 起由 {before} 改为 {firm}，旧工单不变",
        "{community}: {before} → {firm} from {day}; old tickets stay",
    ),
    "community_stays": Text(
        "{community}：仍由 {firm} 服务，原定以后的变更作废",
        "{community} stays with {firm}; what was planned for later is void",
    ),
    "community_left": Text(
        "{community}：自 {day} 起无人服务（原 {before}）",
        "{community}: no firm from {day} (was {before})",
    ),
    "alias_new": Text("{community} 又名 {alias}", "{community} is also called {alias}"),
    "alias_moved": Text(
        "「{alias}」改指 {community}（原 {before}）",
        "“{alias}” means {community} now (was {before})",
    ),
    "alias_listed": Text(
        "{community} 又名 {alias}：原是群里学到的，现已在花名册上",
        "{community} is also called {alias}: learned in the group, on the roster now",
    ),
    "alias_left": Text("{community} 不再又名 {alias}", "{community} is no longer called {alias}"),
    "lead_new": Text("新增负责人 {name} → {firm}", "new lead {name} → {firm}"),
    "lead_moved": Text("负责人 {name}：{before} → {firm}", "lead {name}: {before} → {firm}"),
    "lead_changed": Text(
        "{firm} {name}：联系方式或姓名更新", "{name} of {firm}: name or contact changed"
    ),
    "lead_listed": Text(
        "{firm} {name}：原由群里绑定，现已在花名册上",
        "{name} of {firm}, bound in the group, is on the roster now",
    ),
    "lead_left": Text("{name} 不再是 {before} 的负责人", "{name} leads {before} no more"),
}
NOTES = {
    "no_lead": Text(
        "⚠️ {firm} 没有负责人，派单时没人可 @。请补一行，或用 /invite {firm}",
        "⚠️ {firm} has no lead to mention. Add a row, or use /invite {firm}",
    ),
    "open_tickets": Text(
        "⚠️ {firm} 退出时还有 {count} 张未结工单，请派单员转派",
        "⚠️ {firm} leaves {count} open tickets: a dispatcher should reassign them",
    ),
    "alike": Text(
        "⚠️ 第 {count} 行：{name} 与 {firm} 只差一个字。是两处就不用管，写错了请改花名册",
        "⚠️ line {count}: {name} and {firm} differ by one character; if that is a slip, mend it",
    ),
    "bound": Text(
        "{firm} {name} 是在群里绑定的，花名册上没有，予以保留；要取消请用 /unbind",
        "{name} of {firm} was bound in the group and is kept; /unbind undoes it",
    ),
    "replaces": Text(
        "原定 {day} 生效的那次录入作废，以这次为准",
        "what was taken in for {day} is replaced by this",
    ),
}
FROM_DAY = Text("自 {day} 起：{change}", "from {day}: {change}")
CHANGED = Text("花名册：{what}有变化", "Roster: changes to {what}")
FIRMS = Text("单位 {count} 家", "{count} firms")
COMMUNITIES = Text("小区 {count} 个", "{count} communities")
ALIASES = Text("别名 {count} 个", "{count} aliases")
LEADS = Text("负责人 {count} 位", "{count} leads")
NOTHING = Text("没有变化。", "Nothing changes.")
DRY_RUN = Text("以上是试算，什么都没有改。", "A dry run: nothing was changed.")
TAKEN_IN = Text("已录入。", "Taken in.")
EXPORTED = Text("已导出 {count} 行到 {path}", "{count} rows written to {path}")
PAST = Text(
    "小区归属是 {day} 那天的；单位资料和负责人没有旧档，是现在的",
    "communities as on {day}; firms and leads as they are now: of those no older state is kept",
)
KINDS = {"property": Text("物业", "property"), "specialist": Text("专业机构", "specialist")}
NO_FEDERATION = Text(
    "配置里没有「{name}」，有：{known}", "No federation “{name}” in the config; there is: {known}"
)
WHICH_FEDERATION = Text(
    "请用 --federation 指明是哪个：{known}", "Say which one by --federation: {known}"
)
NO_FILE = Text("请写文件名（.csv 或 .xlsx）", "Name a file (.csv or .xlsx)")
NOT_WRITTEN = Text("写不了 {path}：{why}", "Cannot write {path}: {why}")
HEADINGS = ("单位 firm", "类型 kind", "小区 communities", "负责人 leads")
NO_TELEGRAM = Text("（待加入）", "(to join by /invite)")
