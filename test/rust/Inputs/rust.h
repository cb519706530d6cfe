// Plain C++ counterparts of the types that the Rust programs use.
#ifndef RUST_H
#define RUST_H

#include <condition_variable>
#include <cstdlib>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <utility>

namespace rust {

/// A handle that counts its owners with a plain number.
template <class T> class Rc {
public:
  explicit Rc(T value) : box(new Box{std::move(value), 1}) {}
  Rc(const Rc &other) : box(other.box) {
    if (box)
      ++box->count;
  }
  Rc(Rc &&other) noexcept : box(std::exchange(other.box, nullptr)) {}
  Rc &operator=(Rc other) noexcept {
    std::swap(box, other.box);
    return *this;
  }
  ~Rc() {
    if (box && --box->count == 0)
      delete box;
  }

  const T &operator*() const { return box->value; }
  const T *operator->() const { return &box->value; }
  long count() const { return box->count; }

private:
  struct Box {
    T value;
    long count;
  };
  Box *box;
};

/// A value that can be set through const.
template <class T> class Cell {
public:
  explicit Cell(T value = T()) : value(std::move(value)) {}
  T get() const { return value; }
  void set(T to) const { value = std::move(to); }

private:
  mutable T value;
};

/// A value that can be borrowed through const, by one writer or many readers.
template <class T> class RefCell {
public:
  class Ref {
  public:
    explicit Ref(const RefCell &cell) : cell(cell) {
      if (cell.borrows < 0)
        std::abort();
      ++cell.borrows;
    }
    Ref(const Ref &) = delete;
    ~Ref() { --cell.borrows; }
    const T &operator*() const { return cell.value; }
    const T *operator->() const { return &cell.value; }

  private:
    const RefCell &cell;
  };

  class RefMut {
  public:
    explicit RefMut(const RefCell &cell) : cell(cell) {
      if (cell.borrows != 0)
        std::abort();
      cell.borrows = -1;
    }
    RefMut(const RefMut &) = delete;
    ~RefMut() { cell.borrows = 0; }
    T &operator*() const { return cell.value; }
    T *operator->() const { return &cell.value; }

  private:
    const RefCell &cell;
  };

  explicit RefCell(T value = T()) : value(std::move(value)) {}
  Ref borrow() const { return Ref(*this); }
  RefMut borrowMut() const { return RefMut(*this); }

private:
  mutable T value;
  mutable int borrows = 0;
};

/// A value that is only reached through a guard.
template <class T> class Mutex {
public:
  class Guard {
  public:
    Guard(std::mutex &mutex, T &value) : held(mutex), value(value) {}
    T &operator*() const { return value; }
    T *operator->() const { return &value; }
    std::unique_lock<std::mutex> &native() { return held; }

  private:
    std::unique_lock<std::mutex> held;
    T &value;
  };

  explicit Mutex(T value = T()) : value(std::move(value)) {}
  Guard lock() { return Guard(mutex, value); }

private:
  std::mutex mutex;
  T value;
};

/// The same, for many readers or one writer.
template <class T> class RwLock {
public:
  class ReadGuard {
  public:
    ReadGuard(std::shared_mutex &mutex, const T &value)
        : held(mutex), value(value) {}
    const T &operator*() const { return value; }
    const T *operator->() const { return &value; }

  private:
    std::shared_lock<std::shared_mutex> held;
    const T &value;
  };

  class WriteGuard {
  public:
    WriteGuard(std::shared_mutex &mutex, T &value)
        : held(mutex), value(value) {}
    T &operator*() const { return value; }
    T *operator->() const { return &value; }

  private:
    std::unique_lock<std::shared_mutex> held;
    T &value;
  };

  explicit RwLock(T value = T()) : value(std::move(value)) {}
  ReadGuard read() { return ReadGuard(mutex, value); }
  WriteGuard write() { return WriteGuard(mutex, value); }

private:
  std::shared_mutex mutex;
  T value;
};

/// What the two ends of a channel share.
template <class T> struct Queue {
  std::mutex mutex;
  std::condition_variable changed;
  std::deque<T> items;
  int senders = 1;
};

/// The end to send with, of which there may be many.
template <class T> class Sender {
public:
  explicit Sender(std::shared_ptr<Queue<T>> queue) : queue(std::move(queue)) {}
  Sender(const Sender &other) : queue(other.queue) {
    std::lock_guard<std::mutex> lock(queue->mutex);
    ++queue->senders;
  }
  Sender(Sender &&) noexcept = default;
  Sender &operator=(const Sender &) = delete;
  ~Sender() {
    if (!queue)
      return;
    std::lock_guard<std::mutex> lock(queue->mutex);
    --queue->senders;
    queue->changed.notify_all();
  }

  void send(T item) const {
    std::lock_guard<std::mutex> lock(queue->mutex);
    queue->items.push_back(std::move(item));
    queue->changed.notify_all();
  }

private:
  std::shared_ptr<Queue<T>> queue;
};

/// The only end to receive with. It takes all that waits at once, so that most
/// calls need no lock.
template <class T> class Receiver {
public:
  explicit Receiver(std::shared_ptr<Queue<T>> queue)
      : queue(std::move(queue)) {}
  Receiver(const Receiver &) = delete;
  Receiver(Receiver &&) noexcept = default;

  /// The next item; none when all senders are gone.
  std::optional<T> recv() {
    if (batch.empty()) {
      std::unique_lock<std::mutex> lock(queue->mutex);
      queue->changed.wait(lock, [this] {
        return !queue->items.empty() || queue->senders == 0;
      });
      batch.swap(queue->items);
    }
    if (batch.empty())
      return std::nullopt;
    std::optional<T> item(std::move(batch.front()));
    batch.pop_front();
    return item;
  }

private:
  std::shared_ptr<Queue<T>> queue;
  std::deque<T> batch;
};

template <class T> std::pair<Sender<T>, Receiver<T>> channel() {
  auto queue = std::make_shared<Queue<T>>();
  return {Sender<T>(queue), Receiver<T>(queue)};
}

} // namespace rust

#endif
