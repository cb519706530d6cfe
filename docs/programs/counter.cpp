// Ten threads count to a thousand each, in one counter.
#include <fearless/arc.h>
#include <fearless/mutex.h>
#include <fearless/thread.h>

#include <vector>

using fearless::Arc;
using fearless::JoinHandle;
using fearless::Mutex;

int main() {
  const auto counter = Arc<Mutex<int>>::make(0);

  std::vector<JoinHandle<void>> threads;
  for (int i = 0; i < 10; ++i)
    threads.push_back(fearless::spawn([counter] {
      for (int n = 0; n < 1000; ++n)
        counter->with([](int &count) { ++count; });
    }));
  for (auto &thread : threads)
    thread.join();

  return counter->with([](int count) { return count == 10'000 ? 0 : 1; });
}
