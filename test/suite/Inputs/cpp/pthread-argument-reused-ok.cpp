// Every thread is handed the address of an argument struct of its own.
#include <pthread.h>

struct Job {
  int id;
  long result;
};

static void *work(void *raw) {
  Job *job = static_cast<Job *>(raw);
  job->result = job->id * 100L;
  return nullptr;
}

int main() {
  pthread_t threads[3];
  Job jobs[3];
  for (int i = 0; i < 3; ++i) {
    jobs[i].id = i;
    jobs[i].result = 0;
    pthread_create(&threads[i], nullptr, work, &jobs[i]);
  }
  for (pthread_t t : threads)
    pthread_join(t, nullptr);
  return jobs[2].result == 200 ? 0 : 1;
}
