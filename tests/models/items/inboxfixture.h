#pragma once

#include "models/items/inboxmodel.h"
#include "models/store/cachewriter.h"
#include "models/store/caseview.h"
#include "models/store/whendone.h"
#include "tests/models/store/cases.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

// The list of cases on a cache, an outbox and a writer of its own, watched by Qt's tester.
class InboxFixture : public QObject {
protected:
    void begin()
    {
        m_clock.at = testcases::noon;
        m_folder = std::make_unique<testcases::Folder>();
        open();
    }
    void end()
    {
        m_tester.reset();
        m_model.reset();
        m_view.reset();
        m_writer.reset();
        m_outbox.reset();
    }
    void open()
    {
        m_outbox = *Outbox::open(m_folder->paths, m_clock);
        m_writer = std::make_unique<CacheWriter>(m_folder->paths, m_clock);
        m_view = *CaseView::open(m_folder->paths, *m_outbox, *m_writer, m_clock);
        m_writer->saveSession(testcases::session());
        QTRY_VERIFY(!m_view->session().clerk.id.isNull());
        m_model = std::make_unique<InboxModel>(*m_view);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    }
    void pull(const QList<FeedChange> &changes)
    {
        bool done = false;
        whenDone(m_writer->applyPage(testcases::page(changes)), this,
            [&](const Result<PageEffect> &effect) {
                QVERIFY(effect);
                done = true;
            });
        QTRY_VERIFY(done);
    }
    void load()
    {
        QSignalSpy loaded(m_model.get(), &InboxModel::loaded);
        m_model->load();
        QTRY_COMPARE_WITH_TIMEOUT(loaded.size(), 1, 30000);
    }
    QStringList references() const
    {
        QStringList shown;
        for (int row = 0; row < m_model->rowCount(); ++row)
            shown.append(
                m_model->index(row, 0).data(InboxModel::ReferenceRole).toString().right(2));
        return shown;
    }
    static CaseFile shaped(int number, CaseState state, QDate due)
    {
        CaseFile caseFile = testcases::makeCase(number);
        caseFile.state = state;
        caseFile.target.due = due;
        return caseFile;
    }

    std::unique_ptr<testcases::Folder> m_folder;
    FixedClock m_clock{ testcases::noon };
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<CacheWriter> m_writer;
    std::unique_ptr<CaseView> m_view;
    std::unique_ptr<InboxModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};
