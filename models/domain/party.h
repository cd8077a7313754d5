#pragma once

#include "ids.h"

#include <QJsonObject>
#include <QList>
#include <QString>

// How far a statement about a person is proven (eIDAS levels; None: a declaration only).
enum class AssuranceLevel { Unknown, None, Low, Substantial, High };

enum class PartyRole {
    Unknown,
    Applicant,
    Representative,
    AffectedNeighbour,
    FeeDebtor,
    Addressee
};
enum class PartyKind { Unknown, Person, Organisation };

struct Address {
    QString street; // with house number
    QString extra; // care of, floor
    QString postalCode;
    QString city;
    QString country; // ISO 3166-1 alpha-2; empty: Germany
    QJsonObject unknown;

    bool isEmpty() const { return street.isEmpty() && postalCode.isEmpty() && city.isEmpty(); }
    bool operator==(const Address &) const = default;
};

// A person or organisation that a case is about. Internal cases have none.
struct Party {
    PartyId id;
    QList<PartyRole> roles;
    PartyKind kind = PartyKind::Person;
    QString salutation; // "Frau", "Herr" or empty
    QString title; // academic
    QString givenName;
    QString familyName;
    QString organisation;
    Address address;
    QString email;
    QString phone;
    QString authorityToAct; // how a representative proved the authority
    QString postboxHandle; // of a Nutzerkonto
    AssuranceLevel level = AssuranceLevel::None;
    bool addressBlocked = false; // Auskunftssperre, § 51 BMG: the address is shown to nobody else
    QJsonObject unknown;

    bool operator==(const Party &) const = default;
};

// "Dr. Änne Szczepańska" or the organisation's name.
QString displayName(const Party &party);
