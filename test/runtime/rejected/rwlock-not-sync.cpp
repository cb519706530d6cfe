// Several threads read what is inside at once.
// error: is_not_Sync<Cell
#include <fearless/mutex.h>
#include <fearless/rwlock.h>

class Cell {};
template <> struct fearless::is_sync<Cell> : std::false_type {};

#ifdef RIGHT
fearless::Mutex<Cell> cell;
#else
fearless::RwLock<Cell> cell;
#endif
int main() {}
