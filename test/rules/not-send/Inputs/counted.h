// Boost's pointers, as far as the tests need them.
#pragma once
#include <utility>
namespace boost {
template <class T> class local_shared_ptr {
public:
  local_shared_ptr() noexcept;
  explicit local_shared_ptr(T *P);
  local_shared_ptr(const local_shared_ptr &) noexcept;
  local_shared_ptr(local_shared_ptr &&) noexcept;
  local_shared_ptr &operator=(const local_shared_ptr &) noexcept;
  ~local_shared_ptr();
  T &operator*() const noexcept;
  T *operator->() const noexcept;
};
template <class T, class... A> local_shared_ptr<T> make_local_shared(A &&...Args) {
  return local_shared_ptr<T>(new T{std::forward<A>(Args)...});
}
struct thread_unsafe_counter {};
struct thread_safe_counter {};
template <class T, class Policy = thread_safe_counter> class intrusive_ref_counter {};
template <class T> class intrusive_ptr {
public:
  intrusive_ptr(T *P);
  intrusive_ptr(const intrusive_ptr &);
  intrusive_ptr(intrusive_ptr &&) noexcept;
  ~intrusive_ptr();
  T *operator->() const noexcept;
};
} // namespace boost
