// Each step is joined before the next is started, so the steps change the ledger one after the other without a lock.
#include <pthread.h>
#include <stdio.h>

static struct {
  int entries[64];
  int count;
} ledger;

static void *opening(void *unused) {
  (void)unused;
  for (int i = 0; i < 20; i++)
    ledger.entries[ledger.count++] = i;
  return NULL;
}

static void *closing(void *unused) {
  (void)unused;
  for (int i = 0; i < 20; i++)
    ledger.entries[ledger.count++] = -i;
  return NULL;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, opening, NULL);
  pthread_join(a, NULL);
  pthread_create(&b, NULL, closing, NULL);
  pthread_join(b, NULL);
  printf("%d\n", ledger.count);
  return 0;
}
