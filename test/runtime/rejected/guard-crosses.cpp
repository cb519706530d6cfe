// A guard lets go on the thread that made it.
// error: is_not_Send<fearless::MutexGuard<int>, std::optional<fearless::MutexGuard<int> ?>
#include <fearless/mutex.h>

#ifdef RIGHT
using Payload = std::optional<int>;
#else
using Payload = std::optional<fearless::Mutex<int>::Guard>;
#endif
static_assert(fearless::detail::require_send<Payload>);
int main() {}
