// A Thread base class runs a virtual method; two instances count in a static of
// the derived class.
#include <pthread.h>

class Thread {
public:
  virtual ~Thread() = default;
  void start() { pthread_create(&id, nullptr, &Thread::trampoline, this); }
  void join() { pthread_join(id, nullptr); }

protected:
  virtual void run() = 0;

private:
  static void *trampoline(void *self) {
    static_cast<Thread *>(self)->run();
    return nullptr;
  }
  pthread_t id{};
};

class Crawler : public Thread {
public:
  static int pages() { return visited; }

private:
  void run() override {
    for (int i = 0; i < 100; ++i)
      ++visited; // RACE
  }
  static inline int visited = 0;
};

int main() {
  Crawler news, shops;
  news.start();
  shops.start();
  news.join();
  shops.join();
  return Crawler::pages() == 200 ? 0 : 1;
}
