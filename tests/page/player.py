"""Hands and eyes of somebody who plays with the page."""

from typing import Any, Self

from playwright.async_api import BrowserContext, Locator, Page, expect

CLERK, SECRETARY, STRANGER = 1001, 1003, 1099
FURUI, SHENHE = 500000100, 500000102


class Player:
    """Taps by data-testid. Errors of the page's own code are kept in `errors`."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    @classmethod
    async def open(cls, context: BrowserContext, address: str) -> Self:
        player = cls(await context.new_page())
        await player.page.goto(address)
        await expect(player.see("composer")).to_be_visible()
        return player

    def see(self, testid: str) -> Locator:
        return self.page.get_by_test_id(testid)

    async def tap(self, testid: str) -> None:
        await self.see(testid).click()

    async def act(self, person: int) -> None:
        """Become somebody, at a desk or, through the sheet, on a phone."""
        if await self.see("acting").is_visible():
            await self.tap("acting")
        await self.tap(f"member-{person}")
        await expect(self.see(f"member-{person}")).to_have_attribute("aria-pressed", "true")
        await expect(self.see("thread")).to_have_attribute("aria-busy", "false")

    async def say(self, text: str) -> Locator:
        """Type and press Enter → the bubble."""
        before = await self.page.locator(".mine article").count()
        await self.see("composer").fill(text)
        await self.see("composer").press("Enter")
        await expect(self.page.locator(".mine article")).to_have_count(before + 1)
        return self.page.locator(".mine article").last

    async def post(self, sample: str) -> Locator:
        """Post a ready form → the bubble."""
        before = await self.page.locator(".mine article").count()
        await self.tap("attach")
        await self.tap(f"sample-{sample}")
        await expect(self.page.locator(".mine article")).to_have_count(before + 1)
        return self.page.locator(".mine article").last

    async def answer(self, bubble: Locator) -> Locator:
        """The row of the bot's message that replies to this bubble, once it is there."""
        number = await bubble.get_attribute("data-id")
        row = self.page.locator(f'.row:has(article[data-reply-to="{number}"])').last
        await expect(row).to_be_visible()
        return row

    async def file(self, sample: str) -> str:
        """Post a form as the clerk → the number of the ticket that it became."""
        await self.act(CLERK)
        card = await self.answer(await self.post(sample))
        key = card.locator('[data-testid^="button-acknowledge:"]')
        return str(await key.get_attribute("data-testid")).partition(":")[2]

    def card(self, ticket: str) -> Locator:
        """The row with the ticket's card, whatever its buttons are by now."""
        keys = ", ".join(
            f'[data-testid="button-{deed}:{ticket}"]' for deed in ("resolve", "reopen")
        )
        return self.page.locator(f".row:has({keys})").first

    async def wider_than_the_screen(self) -> int:
        """How many pixels one could scroll sideways."""
        script = "document.documentElement.scrollWidth - innerWidth"
        return int(await self.page.evaluate(script))

    async def nameless(self) -> list[str]:
        """Controls that a screen reader could not name."""
        found: Any = await self.page.evaluate(NAMELESS)
        return [str(one) for one in found]

    async def too_small(self, least: int = 40) -> list[str]:
        """Controls on the screen that a thumb would miss; words within a bubble may be smaller."""
        found: Any = await self.page.evaluate(TOO_SMALL, least)
        return [str(one) for one in found]


TOO_SMALL = """(least) => [...document.querySelectorAll("button, a[href], input, label, textarea")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && !one.closest("article, .portrait") && !(one.matches("input") && one.closest("label")))
  .map((one) => [one, one.getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.width < least || box.height < least))
  .map(([one, box]) => `${Math.round(box.width)}×${Math.round(box.height)} ${one.outerHTML}`)"""
NAMELESS = """() => [...document.querySelectorAll("button, a[href], input, textarea")]
  .filter((one) => !(one.innerText?.trim() || one.getAttribute("aria-label")
    || one.closest("label")?.innerText.trim() || one.hidden || one.closest("[hidden]")
    || one.placeholder))
  .map((one) => one.outerHTML.slice(0, 200))"""
