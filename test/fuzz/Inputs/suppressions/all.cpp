int a; // fearless: allow(data-race) a statistic
// fearless: allow(lock-order, double-lock) recursive
/* fearless: allow(data-race)
   more */ int b; // NOLINT(fearless-*)
// NOLINTBEGIN(fearless-data-race)
const char *s = R"x(// fearless: allow(double-lock) no)x" "\"//" u8'\'';
// NOLINTEND(fearless-data-race)
// NOLINTNEXTLINE
// fearless: allow() \
   allow
