// What is shared must be fit for use by several threads at once.
// error: is_not_Sync<Cell, std::shared_ptr<Cell>
#include <fearless/send.h>

#include <memory>
#include <vector>

class Cell {};
template <> struct fearless::is_sync<Cell> : std::false_type {};

#ifdef RIGHT
using Payload = std::vector<std::unique_ptr<Cell>>;
#else
using Payload = std::shared_ptr<Cell>;
#endif

static_assert(fearless::detail::require_send<Payload>);
int main() {}
