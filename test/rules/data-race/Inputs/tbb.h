// As much of oneTBB as the twins need.
#pragma once
namespace tbb {
namespace detail {
namespace d1 {
template <class Range, class Body>
void parallel_for(const Range &R, const Body &B);
template <class Index, class Function>
void parallel_for(Index First, Index Last, const Function &F) {
  for (Index I = First; I < Last; ++I)
    F(I);
}
class task_group {
public:
  template <class F> void run(F &&Task) { Task(); }
  int wait() { return 0; }
};
class spin_mutex;
template <class Mutex> class unique_scoped_lock {
public:
  explicit unique_scoped_lock(Mutex &M);
  ~unique_scoped_lock();
};
class spin_mutex {
public:
  using scoped_lock = unique_scoped_lock<spin_mutex>;
};
} // namespace d1
} // namespace detail
using detail::d1::parallel_for;
using detail::d1::spin_mutex;
using detail::d1::task_group;
} // namespace tbb
