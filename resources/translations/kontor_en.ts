<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>ApplicationTab</name>
        <message numerus="yes">
            <source>%n statement(s)</source>
            <translation>
                <numerusform>%n statement</numerusform>
                <numerusform>%n statements</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n added later</source>
            <translation>
                <numerusform>%n added later</numerusform>
                <numerusform>%n added later</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BoardController</name>
        <message numerus="yes">
            <source>%n case(s) reassigned</source>
            <translation>
                <numerusform>%n case reassigned</numerusform>
                <numerusform>%n cases reassigned</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n had changed meanwhile and stay(s).</source>
            <translation>
                <numerusform>%n had changed meanwhile and stays.</numerusform>
                <numerusform>%n had changed meanwhile and stay.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n case(s) had been sent already</source>
            <translation>
                <numerusform>%n case had been sent already</numerusform>
                <numerusform>%n cases had been sent already</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ConflictDialog</name>
        <message numerus="yes">
            <source>%n, together %1</source>
            <translation>
                <numerusform>%n, together %1</numerusform>
                <numerusform>%n, together %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DateWords</name>
        <message numerus="yes">
            <source>%n day(s) overdue</source>
            <translation>
                <numerusform>%n day overdue</numerusform>
                <numerusform>%n days overdue</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s)</source>
            <translation>
                <numerusform>%n hour</numerusform>
                <numerusform>%n hours</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EventWords</name>
        <message numerus="yes">
            <source>%n document(s) requested until %1</source>
            <translation>
                <numerusform>%n document requested until %1</numerusform>
                <numerusform>%n documents requested until %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n document(s) requested</source>
            <translation>
                <numerusform>%n document requested</numerusform>
                <numerusform>%n documents requested</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Request for %n document(s)</source>
            <translation>
                <numerusform>Request for %n document</numerusform>
                <numerusform>Request for %n documents</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FeeDialog</name>
        <message numerus="yes">
            <source>%n item(s), each with its legal basis</source>
            <translation>
                <numerusform>%n item, each with its legal basis</numerusform>
                <numerusform>%n items, each with its legal basis</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n left on this device</source>
            <translation>
                <numerusform>%n left on this device</numerusform>
                <numerusform>%n left on this device</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>InboxPane</name>
        <message numerus="yes">
            <source>%n case(s)</source>
            <translation>
                <numerusform>%n case</numerusform>
                <numerusform>%n cases</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n new</numerusform>
                <numerusform>%n new</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n due</source>
            <translation>
                <numerusform>%n due</numerusform>
                <numerusform>%n due</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%n overdue</numerusform>
                <numerusform>%n overdue</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>JournalWords</name>
        <message numerus="yes">
            <source>%n case(s) left your list</source>
            <translation>
                <numerusform>%n case left your list</numerusform>
                <numerusform>%n cases left your list</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n case(s) were taken from you at once</source>
            <translation>
                <numerusform>%n case was taken from you</numerusform>
                <numerusform>%n cases were taken from you at once</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message numerus="yes">
            <source>%n waiting for transfer</source>
            <translation>
                <numerusform>%n waiting for transfer</numerusform>
                <numerusform>%n waiting for transfer</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n need(s) you</source>
            <translation>
                <numerusform>%n needs you</numerusform>
                <numerusform>%n need you</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NoticePage</name>
        <message numerus="yes">
            <source>%n open point(s)</source>
            <translation>
                <numerusform>%n open point</numerusform>
                <numerusform>%n open points</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Still %n open point(s) of the legal check</source>
            <translation>
                <numerusform>Still %n open point of the legal check</numerusform>
                <numerusform>Still %n open points of the legal check</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NoticeStep</name>
        <message numerus="yes">
            <source>%n sentence(s)</source>
            <translation>
                <numerusform>%n sentence</numerusform>
                <numerusform>%n sentences</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n condition(s)</source>
            <translation>
                <numerusform>%n condition</numerusform>
                <numerusform>%n conditions</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OutboxPage</name>
        <message numerus="yes">
            <source>%n open</source>
            <translation>
                <numerusform>%n open</numerusform>
                <numerusform>%n open</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n need(s) you</source>
            <translation>
                <numerusform>%n needs you</numerusform>
                <numerusform>%n need you</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QueryLanguage</name>
        <message numerus="yes">
            <source> and %n more</source>
            <translation>
                <numerusform> and %n more</numerusform>
                <numerusform> and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RedistributionDialog</name>
        <message numerus="yes">
            <source>Reassign %n case(s)</source>
            <translation>
                <numerusform>Reassign %n case</numerusform>
                <numerusform>Reassign %n cases</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n case(s)</source>
            <translation>
                <numerusform>%n case</numerusform>
                <numerusform>%n cases</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WaitingList</name>
        <message numerus="yes">
            <source>Tried %n time(s). It is tried again by itself.</source>
            <translation>
                <numerusform>Tried once. It is tried again by itself.</numerusform>
                <numerusform>Tried %n times. It is tried again by itself.</numerusform>
            </translation>
        </message>
    </context>
</TS>
