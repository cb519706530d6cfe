// A Receiver is for one thread. Four that took from it at once would take the
// same job, or half of one.
// error: deleted.*Receiver<int>
#include <fearless/channel.h>
#include <fearless/thread.h>

#include <vector>

int main() {
  auto [jobs, queue] = fearless::channel<int>();

  std::vector<fearless::JoinHandle<void>> workers;
  for (int i = 0; i < 4; ++i)
    workers.push_back(fearless::spawn([queue = queue]() mutable {
      for (int job : queue)
        (void)job;
    }));
  return jobs.send(1) ? 0 : 1;
}
