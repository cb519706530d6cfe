// As much of Qt as the twins need.
#pragma once
#include <utility>
namespace Qt {
enum ConnectionType { AutoConnection, DirectConnection, QueuedConnection };
}
class QThread;
class QObject {
public:
  explicit QObject(QObject *Parent = nullptr);
  virtual ~QObject();
  QThread *thread() const;
  void moveToThread(QThread *);
  void deleteLater();
  void setObjectName(int);
};
class QWidget : public QObject {
public:
  void show();
  void update();
};
class QLabel : public QWidget {
public:
  void setNum(int);
};
struct QMetaObject {
  template <class F>
  static bool invokeMethod(QObject *Context, F &&Work,
                           Qt::ConnectionType Type = Qt::AutoConnection) {
    if (Type == Qt::DirectConnection)
      std::forward<F>(Work)();
    return Context != nullptr;
  }
};
