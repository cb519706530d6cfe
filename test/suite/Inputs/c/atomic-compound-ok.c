// The compound assignment on an _Atomic variable is one read-modify-write operation.
#include <pthread.h>
#include <stdio.h>

static _Atomic unsigned long bytes_sent;

static void sent(unsigned long n) {
  bytes_sent += n;
}

static void *connection(void *arg) {
  unsigned long packet = *(unsigned long *)arg;
  for (int i = 0; i < 1000; i++)
    sent(packet);
  return NULL;
}

int main(void) {
  pthread_t t[2];
  unsigned long packet[2] = {64, 1500};
  for (int i = 0; i < 2; i++)
    pthread_create(&t[i], NULL, connection, &packet[i]);
  for (int i = 0; i < 2; i++)
    pthread_join(t[i], NULL);
  printf("%lu\n", bytes_sent);
  return 0;
}
