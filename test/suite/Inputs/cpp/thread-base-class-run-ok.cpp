// A Thread base class runs a virtual method; each instance counts in a member
// of its own.
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
  int pages() const { return visited; }

private:
  void run() override {
    for (int i = 0; i < 100; ++i)
      ++visited;
  }
  int visited = 0;
};

int main() {
  Crawler news, shops;
  news.start();
  shops.start();
  news.join();
  shops.join();
  return news.pages() + shops.pages() == 200 ? 0 : 1;
}
