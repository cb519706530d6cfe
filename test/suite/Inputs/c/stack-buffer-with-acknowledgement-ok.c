// The sender hands over the address of its stack buffer and waits for the acknowledgement before it uses the buffer again.
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <string.h>

static const char *parcel;
static sem_t sent, received;

static void *receiver(void *unused) {
  (void)unused;
  size_t total = 0;
  for (int i = 0; i < 50; i++) {
    sem_wait(&sent);
    total += strlen(parcel);
    sem_post(&received);
  }
  printf("%zu\n", total);
  return NULL;
}

static void send_text(int number) {
  char text[32];
  snprintf(text, sizeof text, "parcel number %d", number);
  parcel = text;
  sem_post(&sent);
  while (sem_wait(&received) != 0)
    ;
}

int main(void) {
  pthread_t t;
  sem_init(&sent, 0, 0);
  sem_init(&received, 0, 0);
  pthread_create(&t, NULL, receiver, NULL);
  for (int i = 0; i < 50; i++)
    send_text(i);
  pthread_join(t, NULL);
  return 0;
}
