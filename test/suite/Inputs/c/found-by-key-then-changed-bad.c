// The account is found under the table's lock but changed after it has been released.
#include <pthread.h>
#include <stdio.h>
#include <string.h>

struct account {
  char name[16];
  long balance;
};

static struct account accounts[8];
static int account_count;
static pthread_mutex_t table_lock = PTHREAD_MUTEX_INITIALIZER;

static struct account *find_or_add(const char *name) {
  struct account *found = NULL;
  pthread_mutex_lock(&table_lock);
  for (int i = 0; i < account_count && !found; i++)
    if (strcmp(accounts[i].name, name) == 0)
      found = &accounts[i];
  if (!found && account_count < 8) {
    found = &accounts[account_count++];
    strncpy(found->name, name, sizeof found->name - 1);
  }
  pthread_mutex_unlock(&table_lock);
  return found; // RACE
}

static void *depositor(void *arg) {
  const char *name = arg;
  for (int i = 0; i < 100; i++) {
    struct account *a = find_or_add(name);
    a->balance += 5; // RACE
  }
  return NULL;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, depositor, "rent");
  pthread_create(&b, NULL, depositor, "rent");
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%ld\n", find_or_add("rent")->balance);
  return 0;
}
