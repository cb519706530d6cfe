// What an Arc owns is read by all its threads at once.
// error: is_not_Send<fearless::Rc<int>, std::vector<fearless::Rc<int>
#include <fearless/arc.h>
#include <fearless/rc.h>

#include <vector>

#ifdef RIGHT
using Shared = std::vector<fearless::Arc<int>>;
#else
using Shared = std::vector<fearless::Rc<int>>;
#endif

int main() { return int(fearless::Arc<Shared>::make()->size()); }
