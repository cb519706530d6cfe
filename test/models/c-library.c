// Threads, locks and common functions of C and POSIX find their models, built-in and
// macro forms included.
// RUN: %python %S/check-names.py %fearless %s -std=gnu11
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <netdb.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <threads.h>
#include <time.h>
#include <unistd.h>

pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
pthread_rwlock_t rwlock = PTHREAD_RWLOCK_INITIALIZER;
pthread_spinlock_t spin;
pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
pthread_once_t once = PTHREAD_ONCE_INIT;
pthread_key_t key;
pthread_barrier_t barrier;
sem_t semaphore;
mtx_t mtx;
cnd_t cnd;
tss_t tss;
once_flag flag = ONCE_FLAG_INIT;
atomic_int counter;
atomic_flag spinner;
int number;
long wide;
short narrow;

static void initialise(void) {}
static void *routine(void *p) { return p; }
static int task(void *p) { return p != 0; }
static int order(const void *a, const void *b) {
  return *(const int *)a - *(const int *)b;
}

void posixThreads(const struct timespec *deadline) {
  pthread_t thread;
  pthread_attr_t attributes;
  pthread_mutexattr_t kind;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_destroy(&attributes);
  pthread_create(&thread, NULL, routine, NULL);
  pthread_join(thread, NULL);
  pthread_detach(pthread_self());
  pthread_mutexattr_init(&kind);
  pthread_mutexattr_settype(&kind, PTHREAD_MUTEX_RECURSIVE);
  pthread_mutex_init(&mutex, &kind);
  pthread_mutexattr_destroy(&kind);
  pthread_mutex_lock(&mutex);
  pthread_cond_wait(&cond, &mutex);
  pthread_cond_timedwait(&cond, &mutex, deadline);
  pthread_cond_signal(&cond);
  pthread_cond_broadcast(&cond);
  pthread_mutex_unlock(&mutex);
  if (pthread_mutex_trylock(&mutex) == 0)
    pthread_mutex_unlock(&mutex);
  if (pthread_mutex_timedlock(&mutex, deadline) == 0)
    pthread_mutex_unlock(&mutex);
  pthread_mutex_destroy(&mutex);
  pthread_rwlock_rdlock(&rwlock);
  pthread_rwlock_unlock(&rwlock);
  pthread_rwlock_wrlock(&rwlock);
  pthread_rwlock_unlock(&rwlock);
  pthread_spin_init(&spin, 0);
  pthread_spin_lock(&spin);
  pthread_spin_unlock(&spin);
  pthread_once(&once, initialise);
  pthread_key_create(&key, free);
  pthread_setspecific(key, pthread_getspecific(key));
  pthread_barrier_init(&barrier, NULL, 2);
  pthread_barrier_wait(&barrier);
  pthread_setname_np(thread, "worker");
  pthread_kill(thread, SIGTERM);
  sem_init(&semaphore, 0, 1);
  sem_wait(&semaphore);
  sem_post(&semaphore);
  sched_yield();
}

void cThreads(const struct timespec *deadline) {
  thrd_t thread;
  thrd_create(&thread, task, NULL);
  thrd_join(thread, NULL);
  thrd_sleep(deadline, NULL);
  thrd_yield();
  mtx_init(&mtx, mtx_plain | mtx_recursive);
  mtx_lock(&mtx);
  cnd_init(&cnd);
  cnd_wait(&cnd, &mtx);
  cnd_signal(&cnd);
  mtx_unlock(&mtx);
  if (mtx_trylock(&mtx) == thrd_success)
    mtx_unlock(&mtx);
  mtx_destroy(&mtx);
  call_once(&flag, initialise);
  tss_create(&tss, free);
  tss_set(tss, tss_get(tss));
}

void atomics(void) {
  int expected = 0;
  atomic_init(&counter, 1);
  atomic_store(&counter, atomic_load(&counter));
  atomic_fetch_add_explicit(&counter, 1, memory_order_relaxed);
  atomic_compare_exchange_strong(&counter, &expected, 1);
  atomic_flag_test_and_set(&spinner);
  atomic_flag_clear(&spinner);
  atomic_thread_fence(memory_order_acquire);
  __sync_fetch_and_add(&number, 1);
  __sync_add_and_fetch(&wide, 1);
  __sync_bool_compare_and_swap(&narrow, 1, 2);
  __sync_lock_test_and_set(&number, 1);
  __sync_lock_release(&number);
  __sync_synchronize();
  __atomic_store_n(&wide, __atomic_load_n(&wide, __ATOMIC_ACQUIRE), __ATOMIC_RELEASE);
  if (__builtin_expect(__builtin_popcount(number) > 3, 0))
    __builtin_unreachable();
}

void memory(char *text, size_t size) {
  char buffer[64];
  int *numbers = calloc(8, sizeof(int));
  numbers = realloc(numbers, 16 * sizeof(int));
  qsort(numbers, 8, sizeof(int), order);
  bsearch(&number, numbers, 8, sizeof(int), order);
  free(numbers);
  memcpy(buffer, text, size);
  memmove(buffer, text, size);
  memset(buffer, 0, sizeof buffer);
  strcpy(buffer, "x");
  strncat(buffer, text, 3);
  snprintf(buffer, sizeof buffer, "%s %d", text, number);
  sscanf(text, "%d", &number);
  char *copy = strdup(text);
  if (strcmp(copy, buffer) || strlen(copy) > 3 || strchr(copy, 'x') || isdigit(*copy))
    number = atoi(copy) + (int)strtol(copy, NULL, 10) + toupper(*copy);
  free(copy);
  assert(number > 0 && !isnan(sqrt(2.0)) && pow(2, 3) > 1);
}

void files(const char *path) {
  char line[80];
  struct stat status;
  FILE *file = fopen(path, "r");
  if (!file) {
    fprintf(stderr, "%s: %s\n", path, strerror(errno));
    perror(path);
    exit(1);
  }
  while (fgets(line, sizeof line, file) && !feof(file))
    fputs(line, stdout);
  putc('x', stdout);
  flockfile(stdout);
  fflush(stdout);
  funlockfile(stdout);
  fclose(file);
  int descriptor = open(path, O_RDONLY | O_CLOEXEC);
  fstat(descriptor, &status);
  ssize_t got = read(descriptor, line, sizeof line);
  write(1, line, (size_t)got);
  void *map = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, descriptor, 0);
  munmap(map, 4096);
  fcntl(descriptor, F_SETFL, O_NONBLOCK);
  close(descriptor);
  unlink(path);
}

void network(const char *host) {
  struct addrinfo *found = NULL;
  struct sockaddr_in address = {.sin_port = htons(80)};
  socklen_t length = sizeof address;
  int one = 1;
  char data[16];
  getaddrinfo(host, "80", NULL, &found);
  freeaddrinfo(found);
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  bind(listener, (struct sockaddr *)&address, length);
  listen(listener, 8);
  int client = accept(listener, (struct sockaddr *)&address, &length);
  recv(client, data, sizeof data, 0);
  send(client, data, sizeof data, 0);
  struct pollfd ready = {.fd = client, .events = POLLIN};
  poll(&ready, 1, 100);
  int queue = epoll_create1(0);
  struct epoll_event event = {.events = EPOLLIN};
  epoll_ctl(queue, EPOLL_CTL_ADD, client, &event);
  epoll_wait(queue, &event, 1, -1);
  shutdown(client, SHUT_RDWR);
}

void processes(const struct timespec *delay) {
  int status;
  struct tm broken;
  time_t now = time(NULL);
  localtime_r(&now, &broken);
  nanosleep(delay, NULL);
  usleep(10);
  signal(SIGPIPE, SIG_IGN);
  if (fork() == 0)
    execlp("true", "true", (char *)NULL);
  waitpid(-1, &status, WNOHANG);
  if (getenv("HOME") == NULL)
    setenv("HOME", "/", 1);
  abort();
}

void variadic(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  vprintf(format, arguments);
  va_end(arguments);
}
