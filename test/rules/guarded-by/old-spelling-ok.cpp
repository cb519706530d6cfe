// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#define ATTR(x) __attribute__((x))
class ATTR(lockable) Mutex {
public:
  void Lock() ATTR(exclusive_lock_function());
  void Unlock() ATTR(unlock_function());
};
class ATTR(scoped_lockable) Lock {
public:
  explicit Lock(Mutex *mu) ATTR(exclusive_lock_function(mu));
  ~Lock() ATTR(unlock_function());
};
Mutex mu;
int any ATTR(guarded_var);
int *pointee ATTR(pt_guarded_var);
int value ATTR(guarded_by(mu));
void set() {
  Lock lock(&mu);
  any = 1;
  *pointee = 1;
  value = 1;
}
void unseen() ATTR(no_thread_safety_analysis) { value = 1; }
