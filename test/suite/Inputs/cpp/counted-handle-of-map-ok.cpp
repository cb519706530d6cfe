// The handle is dropped under the lock.
#include <map>
#include <mutex>
#include <string>
#include <thread>
template <class T> struct Rc {
  T *p = nullptr;
  long *n = nullptr;
  Rc() = default;
  explicit Rc(T *q) : p(q), n(new long(1)) {}
  Rc(const Rc &o) : p(o.p), n(o.n) {
    if (n)
      ++*n;
  }
  Rc &operator=(Rc o) {
    std::swap(p, o.p);
    std::swap(n, o.n);
    return *this;
  }
  ~Rc() {
    if (n && --*n == 0) {
      delete p;
      delete n;
    }
  }
  T *operator->() const { return p; }
};
static std::mutex lock;
static std::map<int, Rc<const std::string>> live;
static size_t length(int id) {
  std::lock_guard<std::mutex> hold(lock);
  auto at = live.find(id);
  if (at == live.end())
    return 0;
  Rc<const std::string> s = at->second;
  return s->size();
}
int main() {
  for (int i = 0; i < 50; ++i)
    live[i] = Rc<const std::string>(new std::string("x"));
  std::thread reaper([] {
    for (int i = 0; i < 50; ++i) {
      std::lock_guard<std::mutex> hold(lock);
      live.erase(i);
    }
  });
  size_t n = 0;
  for (int i = 49; i >= 0; --i)
    n += length(i);
  reaper.join();
  return n > 5;
}
