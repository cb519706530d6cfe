// Four workers take jobs from one channel, and send what they made to another.
#include <fearless/channel.h>
#include <fearless/thread.h>

#include <utility>
#include <vector>

using fearless::JoinHandle;
using fearless::Sender;
using fearless::SharedReceiver;

using Workers = std::vector<JoinHandle<void>>;

Workers start(int count, SharedReceiver<int> jobs, Sender<long> results) {
  Workers workers;
  for (int i = 0; i < count; ++i)
    workers.push_back(fearless::spawn([jobs, results] {
      for (int job : jobs) // each job goes to one worker
        if (!results.send(long(job) * job))
          return; // nobody wants it
    }));
  return workers;
}

void order(int count, Sender<int> jobs) {
  for (int job = 1; job <= count; ++job)
    if (!jobs.send(job))
      return;
} // the last sender goes: the workers end when all is done

int main() {
  auto [jobs, queue] = fearless::channel<int>();
  auto [results, done] = fearless::channel<long>();
  const auto workers = start(4, std::move(queue).share(), std::move(results));
  order(100, std::move(jobs));

  long sum = 0;
  for (long square : done) // until the last worker has ended
    sum += square;
  return sum == 338'350 ? 0 : 1;
}
