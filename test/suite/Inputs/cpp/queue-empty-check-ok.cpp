// The consumer looks at the queue only under the lock, inside the wait's
// predicate.
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

class JobQueue {
public:
  void put(int job) {
    {
      std::lock_guard<std::mutex> hold(lock);
      jobs.push_back(job);
    }
    ready.notify_one();
  }

  int take() {
    std::unique_lock<std::mutex> hold(lock);
    ready.wait(hold, [this] { return !jobs.empty(); });
    int job = jobs.front();
    jobs.pop_front();
    return job;
  }

private:
  std::mutex lock;
  std::condition_variable ready;
  std::deque<int> jobs;
};

int main() {
  JobQueue queue;
  std::thread producer([&] {
    for (int i = 1; i <= 20; ++i)
      queue.put(i);
  });
  int sum = 0;
  for (int i = 0; i < 20; ++i)
    sum += queue.take();
  producer.join();
  return sum == 210 ? 0 : 1;
}
