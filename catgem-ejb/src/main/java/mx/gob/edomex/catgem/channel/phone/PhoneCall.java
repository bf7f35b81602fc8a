package mx.gob.edomex.catgem.channel.phone;

import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Sql;
import mx.gob.edomex.catgem.shared.SubjectId;

/**
 * A call as it is on record.
 *
 * @param channel the citizen's, by the exchange's name
 * @param attempt the last call to the telephone of who attends; 0 before the first
 * @param attempts how many telephones of the centre were rung for it
 * @param colleague who was asked into it, or null
 * @param listener who listens to it, or null
 * @param advisor whose telephone that was, or null
 * @param queued whether it has stood in the line, so that there is or will be a contact
 * @param pending whether the exchange has not been told yet to play or to ring what the phase is about
 * @param step of what the menu says last, or bids farewell with; 0 for a call that never was in it, or stood in the line after and is not asked yet
 */
record PhoneCall(
        ContactId contact,
        String channel,
        String entryPoint,
        SubjectId subject,
        CallPhase phase,
        int attempt,
        int attempts,
        String advisor,
        Colleague colleague,
        Listener listener,
        boolean queued,
        boolean pending,
        CallEnd endedBy,
        int step) {

    /**
     * Somebody beside who attends.
     *
     * @param up whether they have picked up
     */
    record Colleague(String advisor, int attempt, boolean up) {}

    static final String COLUMNS =
            """
            select c.contact_id, c.channel, c.entry_point, c.subject_id, c.phase, c.attempt, c.attempts, c.advisor, c.ended_by,
                   c.colleague, c.colleague_attempt, c.colleague_up,
                   l.staff as listener, l.mode as listener_mode, l.attempt as listener_attempt, l.ear as listener_ear,
                   l.up as listener_up,
                   c.queued_at is not null as queued,
                   exists (select 1 from phone_command d where d.contact_id = c.contact_id and d.done_at is null
                           and d.kind in ('PLAY', 'SAY', 'CALL')) as pending,
                   case when c.queued_at is null or m.state -> 'survey' is not null
                        then coalesce(cast(m.state ->> 'step' as int), 0) else 0 end as step
            from phone_call c left join phone_path m on m.contact_id = c.contact_id
            left join call_listener l on l.contact_id = c.contact_id
            """;

    static PhoneCall of(Sql.Row row) {
        return new PhoneCall(
                row.contact("contact_id"),
                row.text("channel"),
                row.text("entry_point"),
                row.subject("subject_id"),
                row.constant("phase", CallPhase.class),
                row.number("attempt"),
                row.number("attempts"),
                row.text("advisor"),
                row.text("colleague") == null
                        ? null
                        : new Colleague(
                                row.text("colleague"), row.number("colleague_attempt"), row.flag("colleague_up")),
                row.text("listener") == null
                        ? null
                        : new Listener(
                                row.text("listener"),
                                row.constant("listener_mode", ListenMode.class),
                                row.number("listener_attempt"),
                                row.numberOrNull("listener_ear"),
                                row.flag("listener_up")),
                row.flag("queued"),
                row.flag("pending"),
                row.constant("ended_by", CallEnd.class),
                row.number("step"));
    }

    boolean isLive() {
        return phase != CallPhase.ENDED;
    }

    /** Whoever is on the way out speaks with nobody any more. */
    boolean canBeAttended() {
        return isLive() && phase != CallPhase.LEAVING && !phase.isAfterTalk();
    }

    /** What is asked, and the goodbye after it, outlive the advisor's part. */
    boolean endsWithContact() {
        return isLive() && !phase.isAfterTalk() && !(phase == CallPhase.LEAVING && step > 0);
    }

    /** The channel to the colleague's telephone; only where there is one. */
    AdvisorChannel colleagueChannel() {
        return new AdvisorChannel(contact, colleague.attempt());
    }

    boolean isColleague(AdvisorChannel phone) {
        return colleague != null && colleague.attempt() == phone.attempt();
    }

    /** The channel to the telephone of who listens; only where somebody does. */
    AdvisorChannel listenerChannel() {
        return new AdvisorChannel(contact, listener.attempt());
    }

    boolean isListener(AdvisorChannel phone) {
        return listener != null && listener.attempt() == phone.attempt();
    }

    /** The channel to the advisor of now. */
    AdvisorChannel advisorChannel() {
        return new AdvisorChannel(contact, attempt);
    }
}
