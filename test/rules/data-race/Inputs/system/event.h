/* As much of libevent as tests need. */
struct event_base;
struct event {
  struct event_base *base;
};
typedef void (*callback)(int, short, void *);
void event_set(struct event *e, int fd, short what, callback run, void *arg);
int event_base_set(struct event_base *base, struct event *e);
int event_add(struct event *e, const void *timeout);
int event_base_loop(struct event_base *base, int flags);
struct event_base *event_init(void);
