// Worker and owner share the job, so it outlives whichever of them lets go
// last.
#include <memory>
#include <mutex>
#include <thread>

struct Job {
  std::mutex lock;
  bool done = false;
  int notes = 0;
};

using JobHandle = std::shared_ptr<Job>;

static void run(JobHandle job) {
  {
    std::lock_guard<std::mutex> hold(job->lock);
    job->done = true;
  }
  std::this_thread::yield();
  std::lock_guard<std::mutex> hold(job->lock);
  ++job->notes;
}

static bool finished(const JobHandle &job) {
  std::lock_guard<std::mutex> hold(job->lock);
  return job->done;
}

int main() {
  JobHandle job = std::make_shared<Job>();
  std::thread worker(run, job);
  while (!finished(job))
    std::this_thread::yield();
  job.reset();
  worker.join();
}
