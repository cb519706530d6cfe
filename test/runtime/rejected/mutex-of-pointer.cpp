// What a mutex owns goes from thread to thread.
// error: is_not_Send<int ?\*, std::vector<int ?\*
#include <fearless/mutex.h>

#include <vector>

#ifdef RIGHT
fearless::Mutex<std::vector<int>> mutex;
#else
fearless::Mutex<std::vector<int *>> mutex;
#endif
int main() {}
