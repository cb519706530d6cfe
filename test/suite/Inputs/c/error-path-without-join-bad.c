// When the second thread cannot be started, the function returns although the first still uses its local state.
#include <pthread.h>
#include <stdio.h>

struct pair {
  long left, right;
};

static void *sum_left(void *arg) {
  struct pair *p = arg;
  for (int i = 0; i < 1000; i++)
    p->left += i; // RACE
  return NULL;
}

static void *sum_right(void *arg) {
  struct pair *p = arg;
  for (int i = 0; i < 1000; i++)
    p->right += 2 * i; // RACE
  return NULL;
}

static int both(long *result) {
  struct pair p = {0, 0}; // RACE
  pthread_t l, r;
  if (pthread_create(&l, NULL, sum_left, &p) != 0) // RACE
    return -1;
  if (pthread_create(&r, NULL, sum_right, &p) != 0) { // RACE
    return -1; // RACE
  }
  pthread_join(l, NULL);
  pthread_join(r, NULL);
  *result = p.left + p.right;
  return 0;
}

int main(void) {
  long result = 0;
  if (both(&result) == 0)
    printf("%ld\n", result);
  return 0;
}
