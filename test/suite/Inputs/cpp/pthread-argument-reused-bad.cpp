// Every thread is handed the address of one argument struct, which the loop
// goes on to rewrite.
#include <pthread.h>

struct Job {
  int id;
  long result;
};

static void *work(void *raw) {
  Job *job = static_cast<Job *>(raw);
  job->result = job->id * 100L; // RACE
  return nullptr;
}

int main() {
  pthread_t threads[3];
  Job job;
  for (int i = 0; i < 3; ++i) {
    job.id = i;     // RACE
    job.result = 0; // RACE
    pthread_create(&threads[i], nullptr, work, &job);
  }
  for (pthread_t t : threads)
    pthread_join(t, nullptr);
  return job.result >= 0 ? 0 : 1;
}
