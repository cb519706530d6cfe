// The worker drops the lock around the slow step and then removes by the index it had found before, which may be another task by now.
#include <pthread.h>
#include <stdio.h>

struct task {
  int id;
  int priority;
};

static pthread_mutex_t tasks_lock = PTHREAD_MUTEX_INITIALIZER;
static struct task tasks[256];
static int task_count;

static int most_urgent(void) {
  int best = 0;
  for (int i = 1; i < task_count; i++)
    if (tasks[i].priority > tasks[best].priority)
      best = i;
  return best;
}

static long perform(int id) {
  long result = 0;
  for (int i = 0; i < 50; i++)
    result += (long)id * i;
  return result;
}

static void *worker(void *arg) {
  long *sum = arg;
  pthread_mutex_lock(&tasks_lock);
  while (task_count > 0) { // RACE
    int at = most_urgent(); // RACE
    int id = tasks[at].id; // RACE
    pthread_mutex_unlock(&tasks_lock);
    *sum += perform(id);
    pthread_mutex_lock(&tasks_lock);
    tasks[at] = tasks[--task_count]; // RACE
  }
  pthread_mutex_unlock(&tasks_lock);
  return NULL;
}

int main(void) {
  pthread_t t[2];
  long sum[2] = {0, 0};
  for (int i = 0; i < 200; i++)
    tasks[task_count++] = (struct task){i, i * 37 % 101};
  for (int i = 0; i < 2; i++)
    pthread_create(&t[i], NULL, worker, &sum[i]);
  for (int i = 0; i < 2; i++)
    pthread_join(t[i], NULL);
  printf("%ld\n", sum[0] + sum[1]);
  return 0;
}
