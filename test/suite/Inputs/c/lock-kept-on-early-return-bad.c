// The early return for a duplicate leaves the lock held, and the next caller waits for ever.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

enum { MAX = 32 };
static pthread_mutex_t members_lock = PTHREAD_MUTEX_INITIALIZER;
static int members[MAX];
static int member_count;

static int join_club(int id) {
  pthread_mutex_lock(&members_lock); // RACE
  for (int i = 0; i < member_count; i++) {
    if (members[i] == id) {
      return 0; // RACE
    }
  }
  if (member_count < MAX)
    members[member_count++] = id;
  pthread_mutex_unlock(&members_lock);
  return 1;
}

static void *applicants(void *arg) {
  int first = *(int *)arg;
  int joined = 0;
  for (int i = 0; i < 4; i++)
    joined += join_club(first + i); // RACE
  printf("%d joined\n", joined);
  return NULL;
}

int main(void) {
  pthread_t a, b;
  int first[2] = {1, 3};
  alarm(2);
  pthread_create(&a, NULL, applicants, &first[0]);
  pthread_create(&b, NULL, applicants, &first[1]);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
