// The owner deletes the job, mutex and all, while the worker is about to lock
// it once more.
#include <memory>
#include <mutex>
#include <thread>

struct Job {
  std::mutex lock;
  bool done = false;
  int notes = 0;
};

using JobHandle = Job *;

static void run(JobHandle job) {
  {
    std::lock_guard<std::mutex> hold(job->lock);
    job->done = true;
  }
  std::this_thread::yield();
  std::lock_guard<std::mutex> hold(job->lock); // RACE
  ++job->notes;                                // RACE
}

static bool finished(const JobHandle &job) {
  std::lock_guard<std::mutex> hold(job->lock);
  return job->done;
}

int main() {
  JobHandle job = new Job;
  std::thread worker(run, job);
  while (!finished(job))
    std::this_thread::yield();
  delete job; // RACE
  worker.join();
}
