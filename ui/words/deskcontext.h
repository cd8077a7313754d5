#pragma once

#include "datewords.h"
#include "models/domain/protocol.h"
#include "models/items/transferlist.h"
#include "models/law/calendar.h"
#include "models/notice/noticetemplate.h"

#include <QObject>

// What every page needs beside the case itself: who sits here, which authority, its departments,
// colleagues and case types, and what time it is. One object that app fills; pages only read.
class DeskContext : public QObject {
    Q_OBJECT
public:
    // clock outlives the context
    explicit DeskContext(const Clock &clock, QObject *parent = nullptr);

    void setSession(const Session &session);
    void setCaseTypes(const QList<CaseType> &types); // all known versions
    void setLaw(const LawTable &law); // of holidays and disclosure
    void setTemplates(const QList<NoticeTemplate> &templates) { m_templates = templates; }
    TransferList &transfers() const { return *m_transfers; } // app reports, pages show
    // Payment references that this device may still give without the portal.
    void setReferencesLeft(int count) { m_referencesLeft = count; }
    void setPreviewHelper(const QString &path) { m_previewHelper = path; }
    void setPaymentDays(int days) { m_paymentDays = days; } // between letter and due date

    const Session &session() const { return m_session; }
    const Colleague &clerk() const { return m_session.clerk; }
    Timestamp now() const { return m_clock.now(); }
    const Clock &clock() const { return m_clock; }
    QByteArray zone() const;
    DateWords dates() const { return { now(), zone() }; }
    QDate today() const { return localDate(now(), zone()); }

    const LawTable &law() const { return m_law; }
    Place place() const { return { m_session.authority.ars, {} }; } // the authority's seat
    Calendar calendar() const { return Calendar(m_law, place()); }
    const NoticeTemplate *noticeTemplate(const TemplateRef &ref) const; // null: not known here
    QDate nextWorkday(QDate day) const { return calendar().workdayFrom(day); }
    int referencesLeft() const { return m_referencesLeft; }
    QString previewHelper() const { return m_previewHelper; } // the program kontor-pdfview
    int paymentDays() const { return m_paymentDays; }

    // The version that the case began with, else the newest; null if unknown here.
    const CaseType *caseType(const CaseFile &caseFile) const;
    QList<CaseType> caseTypes() const; // newest versions
    // Newest versions of the internal kinds of case that the clerk may open, by name.
    QList<CaseType> internalTypes() const;
    // The provision behind a statutory period, "§ 75 Satz 2 VwGO"; the row's name if unknown here.
    QString citation(const StatutoryPeriod &period) const;
    QString departmentName(const DepartmentId &id) const;
    QString serviceName(const CaseTypeId &id) const; // the id's text if unknown here
    // Where the clerk may see figures of the team, by name.
    QList<DepartmentId> reportDepartments() const;
    QString clerkName(const ClerkId &id) const; // the id's text if nobody is known by it
    QList<Colleague> colleaguesOf(const DepartmentId &department) const; // at work, by name
    bool may(Permission permission, const DepartmentId &department) const;
    PermissionSet permissions(const DepartmentId &department) const;

signals:
    void changed();

private:
    const Clock &m_clock;
    Session m_session;
    QList<CaseType> m_types;
    TransferList *m_transfers;
    LawTable m_law;
    QList<NoticeTemplate> m_templates;
    int m_referencesLeft = 0;
    QString m_previewHelper;
    int m_paymentDays = 30;
};
