// Every way to use the synchronization of the C++ standard library finds its model.
// RUN: %python %S/check-names.py %fearless %s -std=c++20
#include <mutex>
#include <shared_mutex>
#include <thread>
#include <future>
#include <condition_variable>
#include <semaphore>
#include <latch>
#include <barrier>
#include <atomic>
#include <functional>
#include <stop_token>
using namespace std::chrono_literals;
std::mutex m;
std::recursive_mutex rm;
std::timed_mutex tm_;
std::recursive_timed_mutex rtm;
std::shared_mutex sm;
std::shared_timed_mutex stm;
struct UM {
  void lock();
  void unlock();
  bool try_lock();
};
UM um;
void locks() {
  m.lock();
  m.unlock();
  m.try_lock();
  rm.lock();
  rm.try_lock();
  rm.unlock();
  tm_.lock();
  tm_.try_lock_for(1s);
  tm_.try_lock_until(std::chrono::steady_clock::now());
  tm_.unlock();
  rtm.try_lock_for(1s);
  rtm.try_lock_until(std::chrono::system_clock::now());
  rtm.lock();
  rtm.unlock();
  rtm.try_lock();
  tm_.try_lock();
  sm.lock();
  sm.unlock();
  sm.try_lock();
  sm.lock_shared();
  sm.try_lock_shared();
  sm.unlock_shared();
  stm.lock();
  stm.try_lock_for(1s);
  stm.try_lock_shared_for(1s);
  stm.try_lock_shared_until(std::chrono::steady_clock::now());
  stm.unlock_shared();
  stm.lock_shared();
  stm.try_lock_shared();
  stm.unlock();
  stm.try_lock();
  stm.try_lock_until(std::chrono::steady_clock::now());
  m.native_handle();
  rm.native_handle();
  tm_.native_handle();
  sm.native_handle();
  {
    std::lock_guard<std::mutex> g(m);
    std::lock_guard g2(rm, std::adopt_lock);
  }
  {
    std::scoped_lock s;
    std::scoped_lock s1(m);
    std::scoped_lock s2(m, rm);
    std::scoped_lock s3(std::adopt_lock, m, rm);
  }
  {
    std::unique_lock<std::mutex> a;
    std::unique_lock b(m), c(m, std::defer_lock), d(m, std::try_to_lock),
        e(m, std::adopt_lock);
    std::unique_lock f(tm_, 1s), h(tm_, std::chrono::steady_clock::now());
    std::unique_lock<std::mutex> i(std::move(b));
    i = std::move(c);
    i.lock();
    i.unlock();
    i.try_lock();
    f.try_lock_for(1s);
    f.try_lock_until(std::chrono::steady_clock::now());
    i.release();
    i.mutex();
    i.owns_lock();
    if (i) {
    }
    i.swap(d);
    swap(i, d);
    std::swap(i, d);
  }
  {
    std::shared_lock<std::shared_mutex> a;
    std::shared_lock b(sm), c(sm, std::defer_lock), d(sm, std::try_to_lock),
        e(sm, std::adopt_lock);
    std::shared_lock<std::shared_mutex> i(std::move(b));
    i = std::move(c);
    i.lock();
    i.unlock();
    i.try_lock();
    i.release();
    i.mutex();
    i.owns_lock();
    if (i) {
    }
    i.swap(d);
    std::swap(i, d);
    std::shared_lock f(stm, 1s), h(stm, std::chrono::steady_clock::now());
    f.try_lock_for(1s);
  }
  std::lock(m, rm);
  std::try_lock(m, rm);
  std::once_flag of;
  std::call_once(
      of, [](int) {}, 1);
}
void cvs() {
  std::condition_variable cv;
  std::condition_variable_any ca;
  std::unique_lock l(m);
  bool b = false;
  cv.wait(l);
  cv.wait(l, [&] { return b; });
  cv.wait_for(l, 1s);
  cv.wait_for(l, 1s, [&] { return b; });
  cv.wait_until(l, std::chrono::steady_clock::now());
  cv.wait_until(l, std::chrono::steady_clock::now(), [&] { return b; });
  cv.notify_one();
  cv.notify_all();
  cv.native_handle();
  std::stop_source ss;
  auto st = ss.get_token();
  ca.wait(m);
  ca.wait(l, [&] { return b; });
  ca.wait_for(l, 1s);
  ca.wait_for(l, 1s, [&] { return b; });
  ca.wait_until(l, std::chrono::steady_clock::now());
  ca.wait(l, st, [&] { return b; });
  ca.wait_for(l, st, 1s, [&] { return b; });
  ca.wait_until(l, st, std::chrono::steady_clock::now(), [&] { return b; });
  ca.notify_all();
  ca.notify_one();
  std::notify_all_at_thread_exit(cv, std::move(l));
  ss.request_stop();
  st.stop_requested();
  st.stop_possible();
  std::stop_callback scb(st, [] {});
  std::stop_source s2 = ss;
  std::stop_token t2 = st;
  t2 = st;
  ss.stop_requested();
}
void fun(int);
struct W {
  void run(int);
};
void threads() {
  std::thread t;
  std::thread t1(fun, 1);
  W w;
  std::thread t2(&W::run, &w, 2);
  std::thread t3([] {});
  t = std::move(t1);
  t2.join();
  t3.detach();
  t.joinable();
  t.get_id();
  t.swap(t2);
  std::swap(t, t2);
  t.native_handle();
  std::thread t4(std::move(t));
  std::thread::hardware_concurrency();
  std::jthread j([](std::stop_token, int) {}, 1);
  std::jthread j2([] {});
  j = std::move(j2);
  j.join();
  j.detach();
  j.request_stop();
  j.get_stop_token();
  j.get_stop_source();
  j.joinable();
  j.get_id();
  j.swap(j2);
  std::jthread j3(std::move(j));
  std::jthread j4;
  std::this_thread::sleep_for(1s);
  std::this_thread::sleep_until(std::chrono::steady_clock::now());
  std::this_thread::yield();
  (void)(std::this_thread::get_id() == t.get_id());
  std::thread::id id;
  (void)(id < t.get_id());
  std::hash<std::thread::id>()(id);
}
int fi(int);
void futs() {
  auto f = std::async(fi, 1);
  auto g = std::async(std::launch::async, [] { return 1; });
  f.get();
  g.wait();
  g.wait_for(1s);
  g.wait_until(std::chrono::steady_clock::now());
  g.valid();
  auto s = g.share();
  s.get();
  s.wait();
  s.wait_for(1s);
  std::shared_future<int> s2 = s;
  s2 = s;
  std::future<void> fv;
  fv.get();
  std::future<int &> fr;
  fr.get();
  fv = std::future<void>();
  std::shared_future<void> sv;
  sv.get();
  std::packaged_task<int(int)> pt(fi);
  auto pf = pt.get_future();
  pt(1);
  pt.reset();
  pt.valid();
  std::packaged_task<int(int)> p2(std::move(pt));
  p2 = std::packaged_task<int(int)>([](int) { return 1; });
  p2.swap(pt);
  pt.make_ready_at_thread_exit(1);
  std::promise<int> pr;
  auto prf = pr.get_future();
  pr.set_value(1);
  pr.set_exception(nullptr);
  std::promise<void> pv;
  pv.set_value();
  pv.set_value_at_thread_exit();
  pv.set_exception_at_thread_exit(nullptr);
  std::promise<int> q(std::move(pr));
  q = std::promise<int>();
  q.swap(pr);
  std::promise<int &> prr;
  int x;
  prr.set_value(x);
  std::promise<std::function<void()>> prs;
  std::function<void()> ff;
  prs.set_value(ff);
}
void atoms() {
  std::atomic<int> a{1};
  a.load();
  a.load(std::memory_order_acquire);
  a.store(1, std::memory_order_release);
  a = 2;
  int v = a;
  a++;
  ++a;
  a--;
  --a;
  a += 1;
  a -= 1;
  a &= 1;
  a |= 1;
  a ^= 1;
  a.fetch_add(1);
  a.fetch_sub(1, std::memory_order_relaxed);
  a.fetch_and(1);
  a.fetch_or(1);
  a.fetch_xor(1);
  a.exchange(1);
  int e = 1;
  a.compare_exchange_weak(e, 1);
  a.compare_exchange_strong(e, 1, std::memory_order_acq_rel,
                            std::memory_order_relaxed);
  a.compare_exchange_strong(e, 1, std::memory_order_acq_rel);
  a.wait(1);
  a.notify_one();
  a.notify_all();
  a.is_lock_free();
  std::atomic<bool> b;
  b = true;
  if (b) {
  }
  b.load();
  b.store(true);
  bool eb;
  b.compare_exchange_strong(eb, true);
  b.exchange(true);
  b.wait(true);
  b.notify_all();
  std::atomic<int *> p;
  p = nullptr;
  int *r = p;
  p++;
  p.load();
  p.store(r);
  p.exchange(r);
  p.compare_exchange_weak(r, r);
  p.fetch_add(1);
}
struct S {
  int a, b;
};
void atoms2() {
  std::atomic<float> f;
  f = 1;
  float g = f;
  f += 1;
  f.fetch_add(1);
  f.load();
  f.store(1);
  f.exchange(1);
  f.compare_exchange_weak(g, 1);
  std::atomic<S> s;
  s = S{};
  S t = s;
  s.load();
  s.store(t);
  s.exchange(t);
  s.compare_exchange_strong(t, t);
  s.wait(t);
  std::atomic_flag fl = ATOMIC_FLAG_INIT;
  fl.test_and_set();
  fl.clear();
  fl.test();
  fl.wait(true);
  fl.notify_one();
  std::atomic_flag_test_and_set(&fl);
  std::atomic_flag_clear(&fl);
  std::atomic_flag_test_and_set_explicit(&fl, std::memory_order_acquire);
  std::atomic_flag_clear_explicit(&fl, std::memory_order_release);
  std::atomic<int> a;
  int e;
  std::atomic_load(&a);
  std::atomic_load_explicit(&a, std::memory_order_acquire);
  std::atomic_store(&a, 1);
  std::atomic_store_explicit(&a, 1, std::memory_order_release);
  std::atomic_exchange(&a, 1);
  std::atomic_fetch_add(&a, 1);
  std::atomic_fetch_add_explicit(&a, 1, std::memory_order_relaxed);
  std::atomic_compare_exchange_strong(&a, &e, 1);
  std::atomic_compare_exchange_weak_explicit(
      &a, &e, 1, std::memory_order_relaxed, std::memory_order_relaxed);
  std::atomic_thread_fence(std::memory_order_seq_cst);
  std::atomic_signal_fence(std::memory_order_seq_cst);
  std::atomic_init(&a, 1);
  std::atomic_wait(&a, 1);
  std::atomic_notify_all(&a);
  std::atomic_is_lock_free(&a);
  int i;
  std::atomic_ref<int> ar(i);
  ar++;
  ar.load();
  ar = 1;
  ar.fetch_add(1);
  int w = ar;
  ar.store(1);
  std::atomic<long long> &big = *new std::atomic<long long>;
  big.fetch_add(1);
  std::atomic<unsigned char> uc;
  uc |= 1;
  std::kill_dependency(1);
  volatile std::atomic<int> va;
  va.load();
  va++;
  va = 1;
  int vv = va;
}
void sems() {
  std::counting_semaphore<5> c(1);
  c.acquire();
  c.release();
  c.release(2);
  c.try_acquire();
  c.try_acquire_for(1s);
  c.try_acquire_until(std::chrono::steady_clock::now());
  std::binary_semaphore b(0);
  b.acquire();
  std::latch l(2);
  l.count_down();
  l.count_down(2);
  l.wait();
  l.try_wait();
  l.arrive_and_wait();
  std::barrier br(2);
  br.arrive_and_wait();
  br.wait(br.arrive());
  br.arrive_and_drop();
  std::barrier bb(2, []() noexcept {});
}
