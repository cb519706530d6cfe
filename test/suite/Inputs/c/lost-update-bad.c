// The balance is read in one critical section and the new balance written in a later one, so a deposit in between is lost.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t balance_lock = PTHREAD_MUTEX_INITIALIZER;
static long balance = 100000;

static long interest_on(long amount) {
  long interest = 0;
  for (int month = 0; month < 12; month++)
    interest += (amount + interest) / 1200;
  return interest;
}

static void *pay_interest(void *unused) {
  (void)unused;
  for (int i = 0; i < 10; i++) {
    pthread_mutex_lock(&balance_lock);
    long seen = balance; // RACE
    pthread_mutex_unlock(&balance_lock);
    long interest = interest_on(seen);
    pthread_mutex_lock(&balance_lock);
    balance = seen + interest; // RACE
    pthread_mutex_unlock(&balance_lock);
  }
  return NULL;
}

static void *deposit(void *unused) {
  (void)unused;
  for (int i = 0; i < 100; i++) {
    pthread_mutex_lock(&balance_lock);
    balance += 10; // RACE
    pthread_mutex_unlock(&balance_lock);
  }
  return NULL;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, pay_interest, NULL);
  pthread_create(&b, NULL, deposit, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%ld\n", balance);
  return 0;
}
