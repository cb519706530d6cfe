// RUN: %fearless facts --dump %s -- -std=c++20 | FileCheck %s
// Clang's thread-safety attributes and fearless' own markers; arguments as
// written, without this.
#define A(x) __attribute__((x))
struct A(capability("mutex")) Mutex {
  void lock() A(acquire_capability());
  void unlock() A(release_capability());
  const Mutex &operator!() const;
  void reader() A(acquire_shared_capability());
  bool try_lock() A(try_acquire_capability(true));
  int try_zero() A(try_acquire_capability(0));
};
struct A(scoped_lockable) Guard {
  Guard(Mutex &m) A(acquire_capability(m));
  ~Guard() A(release_capability());
};
struct [[clang::annotate("fearless::not_send")]] Ledger {
  Mutex mu_, other_ A(acquired_after(mu_));
  int n_ A(guarded_by(mu_));
  int *p_ A(pt_guarded_by(this->other_));
  void post() A(requires_capability(mu_, !other_));
  void close() A(locks_excluded(mu_));
  Mutex &mu() A(lock_returned(mu_));
  void check() A(assert_capability(mu_));
  void free() A(no_thread_safety_analysis);
};
Mutex global;
int guarded A(guarded_by(global));
void Ledger::post() {}
Ledger ledger;
[[clang::annotate("other")]] void plain() {
  ledger.post();
  ledger.close();
  ledger.mu();
  ledger.check();
  ledger.free();
  Guard g(global);
  global.reader();
  global.try_lock();
  global.try_zero();
}
// CHECK: record Mutex name "_ZTS5Mutex" complete {{\[\[}}capability(mutex){{\]\]}}
// CHECK: record Guard name "_ZTS5Guard" complete nontrivial_destructor {{\[\[}}scoped_capability{{\]\]}}
// CHECK-NEXT: has Guard::~Guard
// CHECK: record Ledger name "_ZTS6Ledger" complete {{\[\[}}marker(fearless::not_send){{\]\]}}
// CHECK-NEXT: field mu_ : Mutex
// CHECK-NEXT: field other_ : Mutex {{\[\[}}acquired_after(mu_){{\]\]}}
// CHECK-NEXT: field n_ : int {{\[\[}}guarded_by(mu_){{\]\]}}
// CHECK-NEXT: field p_ : int * {{\[\[}}pt_guarded_by(other_){{\]\]}}
// CHECK: global global : Mutex defined macro ""
// CHECK: global guarded : int defined macro "" {{\[\[}}guarded_by(global){{\]\]}}
// CHECK: global ledger : Ledger defined macro ""
// CHECK: function Guard::~Guard -> void name "_ZN5GuardD1Ev" destructor noexcept {{\[\[}}release{{\]\]}}
// CHECK: function Ledger::post -> void name "_ZN6Ledger4postEv" method {{\[\[}}requires(mu_, "!other_"){{\]\]}}
// CHECK: function plain -> void name "_Z5plainv"
// CHECK: function Ledger::close -> void name "_ZN6Ledger5closeEv" method {{\[\[}}excludes(mu_){{\]\]}}
// CHECK: function Ledger::mu -> Mutex & name "_ZN6Ledger2muEv" method {{\[\[}}return_capability(mu_){{\]\]}}
// CHECK: function Ledger::check -> void name "_ZN6Ledger5checkEv" method {{\[\[}}assert_held(mu_){{\]\]}}
// CHECK: function Ledger::free -> void name "_ZN6Ledger4freeEv" method {{\[\[}}no_analysis{{\]\]}}
// CHECK: function Guard::Guard(Mutex & m) -> void name "_ZN5GuardC1ER5Mutex" constructor {{\[\[}}acquire(m){{\]\]}}
// CHECK: function Mutex::reader -> void name "_ZN5Mutex6readerEv" method {{\[\[}}acquire_shared{{\]\]}}
// CHECK: function Mutex::try_lock -> bool name "_ZN5Mutex8try_lockEv" method {{\[\[}}try_acquire{{\]\]}}
// CHECK: function Mutex::try_zero -> int name "_ZN5Mutex8try_zeroEv" method {{\[\[}}try_acquire on_false{{\]\]}}
