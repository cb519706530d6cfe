// The worker's index arrives through the locked queue before the job it refers
// to is written.
#include <deque>
#include <mutex>
#include <thread>

struct Job {
  int a = 0, b = 0, sum = 0;
};

static Job jobs[64];
static std::mutex lock;
static std::deque<int> ready;

static void submit(int index) {
  {
    std::lock_guard<std::mutex> hold(lock);
    ready.push_back(index);
  }
  jobs[index].a = index;     // RACE
  jobs[index].b = 2 * index; // RACE
}

static void work() {
  for (int done = 0; done < 64;) {
    int index;
    {
      std::lock_guard<std::mutex> hold(lock);
      if (ready.empty())
        continue;
      index = ready.front();
      ready.pop_front();
    }
    jobs[index].sum = jobs[index].a + jobs[index].b; // RACE
    ++done;
  }
}

int main() {
  std::thread worker(work);
  for (int i = 0; i < 64; ++i)
    submit(i);
  worker.join();
  return jobs[1].sum <= 3 ? 0 : 1;
}
