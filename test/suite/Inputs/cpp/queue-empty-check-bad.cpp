// The consumer peeks at the queue before it takes the lock.
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

class JobQueue {
public:
  void put(int job) {
    {
      std::lock_guard<std::mutex> hold(lock);
      jobs.push_back(job); // RACE
    }
    ready.notify_one();
  }

  int take() {
    if (jobs.empty()) { // RACE
      std::unique_lock<std::mutex> hold(lock);
      ready.wait(hold, [this] { return !jobs.empty(); });
    }
    std::lock_guard<std::mutex> hold(lock);
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
