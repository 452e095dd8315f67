// Moments as people in Shanghai read them.

const ZONE = "Asia/Shanghai";
const format = (options) => new Intl.DateTimeFormat("zh-CN", { timeZone: ZONE, ...options });
const HOUR = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const DAY = format({ month: "long", day: "numeric" });
const WEEKDAY = format({ weekday: "short" });
const KEY = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE });
const ENGLISH = new Intl.DateTimeFormat("en-GB", {
  timeZone: ZONE,
  day: "numeric",
  month: "short",
});

export const hour = (moment) => HOUR.format(new Date(moment));

/** 2024-12-24: equal for moments of one day. */
export const dayKey = (moment) => KEY.format(new Date(moment));

export const day = (moment) => DAY.format(new Date(moment));

export const dayInEnglish = (moment) => ENGLISH.format(new Date(moment));

export const weekday = (moment) => WEEKDAY.format(new Date(moment));
