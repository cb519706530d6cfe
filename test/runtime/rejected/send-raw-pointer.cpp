// A pointer says nothing of who else uses what it points to.
// error: is_not_Send<int ?\*
#include <fearless/send.h>

#ifdef RIGHT
using Payload = int;
#else
using Payload = int *;
#endif

static_assert(fearless::detail::require_send<Payload>);
int main() {}
