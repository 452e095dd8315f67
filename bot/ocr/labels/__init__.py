"""The words that ask: where they stand, what each asks for, and what stands right behind them."""
