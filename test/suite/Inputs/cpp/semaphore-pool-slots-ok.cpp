// The semaphore limits the users to two, and a mutex decides which slot each
// takes.
#include <mutex>
#include <semaphore>
#include <thread>

struct Connection {
  bool busy = false;
  long queries = 0;
};

class ConnectionPool {
public:
  Connection *acquire() {
    available.acquire();
    std::lock_guard<std::mutex> hold(lock);
    Connection *mine = connections[0].busy ? &connections[1] : &connections[0];
    mine->busy = true;
    return mine;
  }
  void release(Connection *connection) {
    {
      std::lock_guard<std::mutex> hold(lock);
      connection->busy = false;
    }
    available.release();
  }

private:
  std::counting_semaphore<2> available{2};
  std::mutex lock;
  Connection connections[2];
};

static ConnectionPool pool;

static void query() {
  for (int i = 0; i < 200; ++i) {
    Connection *connection = pool.acquire();
    ++connection->queries;
    pool.release(connection);
  }
}

int main() {
  std::thread a(query), b(query), c(query);
  a.join();
  b.join();
  c.join();
}
