"""stories

Revision ID: ec5620f8f9b9
Revises: 8d41f3a6c2be
Create Date: 2026-11-22 11:16:17.521088

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = 'ec5620f8f9b9'
down_revision = '8d41f3a6c2be'
branch_labels = None
depends_on = None

TWO = "(resident_id IS NULL) <> (stakeholder_id IS NULL)"
THREE = " + ".join(
    f"CASE WHEN {holder}_id IS NULL THEN 0 ELSE 1 END" for holder in ("resident", "stakeholder", "story")
) + " = 1"


def upgrade():
    op.create_table('get_together_wish',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('evaluation_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('contact', sa.String(length=200), nullable=False),
    sa.Column('asked_at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['evaluation_id'], ['evaluation.id'], name=op.f('fk_get_together_wish_evaluation_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_get_together_wish'))
    )
    with op.batch_alter_table('get_together_wish', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_get_together_wish_evaluation_id'), ['evaluation_id'], unique=False)

    op.create_table('theme',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('evaluation_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=80), nullable=False),
    sa.Column('meaning', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['evaluation_id'], ['evaluation.id'], name=op.f('fk_theme_evaluation_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_theme')),
    sa.UniqueConstraint('evaluation_id', 'name', name=op.f('uq_theme_evaluation_id_name'))
    )
    op.create_table('session',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('evaluation_id', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=120), nullable=False),
    sa.Column('held_on', sa.Date(), nullable=False),
    sa.Column('area_id', sa.Integer(), nullable=True),
    sa.Column('prompts', sa.Text(), nullable=False),
    sa.Column('invited', sa.Integer(), nullable=True),
    sa.Column('came', sa.Integer(), nullable=True),
    sa.Column('opened_at', sa.DateTime(), nullable=True),
    sa.Column('closed_at', sa.DateTime(), nullable=True),
    sa.Column('added_at', sa.DateTime(), nullable=False),
    sa.CheckConstraint('came >= 0', name=op.f('ck_session_came')),
    sa.CheckConstraint('invited >= 0', name=op.f('ck_session_invited')),
    sa.ForeignKeyConstraint(['area_id'], ['area.id'], name=op.f('fk_session_area_id')),
    sa.ForeignKeyConstraint(['evaluation_id'], ['evaluation.id'], name=op.f('fk_session_evaluation_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_session'))
    )
    with op.batch_alter_table('session', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_session_evaluation_id'), ['evaluation_id'], unique=False)

    op.create_table('door',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('evaluation_id', sa.Integer(), nullable=False),
    sa.Column('session_id', sa.Integer(), nullable=True),
    sa.Column('seed', sa.LargeBinary(length=16), nullable=False),
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('code_hash', sa.String(length=64), nullable=False),
    sa.Column('made_at', sa.DateTime(), nullable=False),
    sa.Column('ended_at', sa.DateTime(), nullable=True),
    sa.ForeignKeyConstraint(['evaluation_id'], ['evaluation.id'], name=op.f('fk_door_evaluation_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['session_id'], ['session.id'], name=op.f('fk_door_session_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_door')),
    sa.UniqueConstraint('code_hash', name=op.f('uq_door_code_hash')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_door_token_hash'))
    )
    with op.batch_alter_table('door', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_door_evaluation_id'), ['evaluation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_door_session_id'), ['session_id'], unique=False)

    op.create_table('participant',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('session_id', sa.Integer(), nullable=False),
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('joined_at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['session_id'], ['session.id'], name=op.f('fk_participant_session_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_participant')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_participant_token_hash'))
    )
    with op.batch_alter_table('participant', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_participant_session_id'), ['session_id'], unique=False)

    op.create_table('session_note',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('session_id', sa.Integer(), nullable=False),
    sa.Column('theme_id', sa.Integer(), nullable=True),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('written_by_id', sa.Integer(), nullable=True),
    sa.Column('written_at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['session_id'], ['session.id'], name=op.f('fk_session_note_session_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['theme_id'], ['theme.id'], name=op.f('fk_session_note_theme_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['written_by_id'], ['account.id'], name=op.f('fk_session_note_written_by_id'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_session_note'))
    )
    with op.batch_alter_table('session_note', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_session_note_session_id'), ['session_id'], unique=False)

    op.create_table('statement',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('session_id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('words', sa.String(length=300), nullable=False),
    sa.Column('outcome', sa.String(length=60), nullable=True),
    sa.Column('hands_agree', sa.Integer(), nullable=True),
    sa.Column('hands_not_sure', sa.Integer(), nullable=True),
    sa.Column('hands_disagree', sa.Integer(), nullable=True),
    sa.CheckConstraint('hands_agree >= 0', name=op.f('ck_statement_hands_agree')),
    sa.CheckConstraint('hands_disagree >= 0', name=op.f('ck_statement_hands_disagree')),
    sa.CheckConstraint('hands_not_sure >= 0', name=op.f('ck_statement_hands_not_sure')),
    sa.ForeignKeyConstraint(['session_id'], ['session.id'], name=op.f('fk_statement_session_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_statement'))
    )
    with op.batch_alter_table('statement', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_statement_session_id'), ['session_id'], unique=False)

    op.create_table('story',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('evaluation_id', sa.Integer(), nullable=False),
    sa.Column('way', sa.String(length=12), nullable=False),
    sa.Column('resident_id', sa.Integer(), nullable=True),
    sa.Column('session_id', sa.Integer(), nullable=True),
    sa.Column('began_at', sa.DateTime(), nullable=False),
    sa.Column('taken_back_at', sa.DateTime(), nullable=True),
    sa.CheckConstraint("way IN ('link', 'poster', 'session', 'written_down')", name=op.f('ck_story_way')),
    sa.ForeignKeyConstraint(['evaluation_id'], ['evaluation.id'], name=op.f('fk_story_evaluation_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['resident_id'], ['resident.id'], name=op.f('fk_story_resident_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['session_id'], ['session.id'], name=op.f('fk_story_session_id'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_story'))
    )
    with op.batch_alter_table('story', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_story_evaluation_id'), ['evaluation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_story_resident_id'), ['resident_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_story_session_id'), ['session_id'], unique=False)

    op.create_table('case_study',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('evaluation_id', sa.Integer(), nullable=False),
    sa.Column('story_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=10), nullable=False),
    sa.Column('title', sa.String(length=120), nullable=False),
    sa.Column('introduction', sa.Text(), nullable=False),
    sa.Column('agency_view', sa.Text(), nullable=False),
    sa.Column('prompts', sa.Text(), nullable=False),
    sa.Column('outcomes', sa.Text(), nullable=False),
    sa.Column('named', sa.Boolean(), nullable=False),
    sa.Column('made_by_id', sa.Integer(), nullable=True),
    sa.Column('made_at', sa.DateTime(), nullable=False),
    sa.CheckConstraint("kind IN ('journey', 'agency')", name=op.f('ck_case_study_kind')),
    sa.ForeignKeyConstraint(['evaluation_id'], ['evaluation.id'], name=op.f('fk_case_study_evaluation_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['made_by_id'], ['account.id'], name=op.f('fk_case_study_made_by_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['story_id'], ['story.id'], name=op.f('fk_case_study_story_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_study'))
    )
    with op.batch_alter_table('case_study', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_case_study_evaluation_id'), ['evaluation_id'], unique=False)

    op.create_table('quotation',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('story_id', sa.Integer(), nullable=False),
    sa.Column('prompt', sa.String(length=60), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('outcome', sa.String(length=60), nullable=True),
    sa.Column('named', sa.Boolean(), nullable=False),
    sa.Column('placed_by_id', sa.Integer(), nullable=True),
    sa.Column('placed_at', sa.DateTime(), nullable=False),
    sa.Column('removed_at', sa.DateTime(), nullable=True),
    sa.ForeignKeyConstraint(['placed_by_id'], ['account.id'], name=op.f('fk_quotation_placed_by_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['story_id'], ['story.id'], name=op.f('fk_quotation_story_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_quotation'))
    )
    with op.batch_alter_table('quotation', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_quotation_story_id'), ['story_id'], unique=False)

    op.create_table('recording',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('story_id', sa.Integer(), nullable=False),
    sa.Column('prompt', sa.String(length=60), nullable=False),
    sa.Column('file', sa.String(length=40), nullable=False),
    sa.Column('media_type', sa.String(length=40), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('transcript', sa.Text(), nullable=False),
    sa.Column('transcribed_by_id', sa.Integer(), nullable=True),
    sa.Column('added_at', sa.DateTime(), nullable=False),
    sa.CheckConstraint('size > 0', name=op.f('ck_recording_size')),
    sa.ForeignKeyConstraint(['story_id'], ['story.id'], name=op.f('fk_recording_story_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['transcribed_by_id'], ['account.id'], name=op.f('fk_recording_transcribed_by_id'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_recording')),
    sa.UniqueConstraint('file', name=op.f('uq_recording_file')),
    sa.UniqueConstraint('story_id', 'prompt', name=op.f('uq_recording_story_id_prompt'))
    )
    op.create_table('significant_change',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('evaluation_id', sa.Integer(), nullable=False),
    sa.Column('story_id', sa.Integer(), nullable=False),
    sa.Column('panel', sa.String(length=200), nullable=False),
    sa.Column('reasons', sa.Text(), nullable=False),
    sa.Column('chosen_by_id', sa.Integer(), nullable=True),
    sa.Column('chosen_at', sa.DateTime(), nullable=False),
    sa.CheckConstraint("reasons <> ''", name=op.f('ck_significant_change_reasons')),
    sa.ForeignKeyConstraint(['chosen_by_id'], ['account.id'], name=op.f('fk_significant_change_chosen_by_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['evaluation_id'], ['evaluation.id'], name=op.f('fk_significant_change_evaluation_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['story_id'], ['story.id'], name=op.f('fk_significant_change_story_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_significant_change'))
    )
    with op.batch_alter_table('significant_change', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_significant_change_evaluation_id'), ['evaluation_id'], unique=False)

    op.create_table('story_consent',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('story_id', sa.Integer(), nullable=False),
    sa.Column('purpose', sa.String(length=20), nullable=False),
    sa.Column('wording', sa.Integer(), nullable=False),
    sa.Column('named_as', sa.String(length=80), nullable=False),
    sa.Column('given_at', sa.DateTime(), nullable=False),
    sa.Column('until', sa.Date(), nullable=False),
    sa.Column('withdrawn_at', sa.DateTime(), nullable=True),
    sa.CheckConstraint("named_as = '' OR purpose = 'quoted_named'", name=op.f('ck_story_consent_named_as')),
    sa.CheckConstraint("purpose IN ('learning', 'quoted_unnamed', 'quoted_named', 'steering_group', 'published')", name=op.f('ck_story_consent_purpose')),
    sa.ForeignKeyConstraint(['story_id'], ['story.id'], name=op.f('fk_story_consent_story_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_story_consent')),
    sa.UniqueConstraint('story_id', 'purpose', name=op.f('uq_story_consent_story_id_purpose'))
    )
    op.create_table('story_contact',
    sa.Column('story_id', sa.Integer(), nullable=False),
    sa.Column('details', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['story_id'], ['story.id'], name=op.f('fk_story_contact_story_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('story_id', name=op.f('pk_story_contact'))
    )
    op.create_table('story_flag',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('story_id', sa.Integer(), nullable=False),
    sa.Column('raised_by', sa.String(length=12), nullable=False),
    sa.Column('colleague_id', sa.Integer(), nullable=True),
    sa.Column('why', sa.Text(), nullable=False),
    sa.Column('raised_at', sa.DateTime(), nullable=False),
    sa.Column('due_at', sa.DateTime(), nullable=False),
    sa.Column('settled_as', sa.String(length=12), nullable=True),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('settled_at', sa.DateTime(), nullable=True),
    sa.Column('settled_by_id', sa.Integer(), nullable=True),
    sa.CheckConstraint("raised_by IN ('teller', 'coordinator', 'phrases')", name=op.f('ck_story_flag_raised_by')),
    sa.CheckConstraint("settled_as IN ('contacted', 'passed_on', 'no_reach', 'no_need')", name=op.f('ck_story_flag_settled_as')),
    sa.CheckConstraint('(settled_as IS NULL) = (settled_at IS NULL)', name=op.f('ck_story_flag_settled')),
    sa.ForeignKeyConstraint(['colleague_id'], ['account.id'], name=op.f('fk_story_flag_colleague_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['settled_by_id'], ['account.id'], name=op.f('fk_story_flag_settled_by_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['story_id'], ['story.id'], name=op.f('fk_story_flag_story_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_story_flag'))
    )
    with op.batch_alter_table('story_flag', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_story_flag_story_id'), ['story_id'], unique=False)

    op.create_table('look_up',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('flag_id', sa.Integer(), nullable=False),
    sa.Column('user_id', sa.Integer(), nullable=True),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.CheckConstraint("reason <> ''", name=op.f('ck_look_up_reason')),
    sa.ForeignKeyConstraint(['flag_id'], ['story_flag.id'], name=op.f('fk_look_up_flag_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['user_id'], ['account.id'], name=op.f('fk_look_up_user_id'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_look_up'))
    )
    with op.batch_alter_table('look_up', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_look_up_flag_id'), ['flag_id'], unique=False)

    op.create_table('story_text',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('story_id', sa.Integer(), nullable=False),
    sa.Column('prompt', sa.String(length=60), nullable=False),
    sa.Column('spans', sa.Text(), nullable=False),
    sa.Column('redacted', sa.Text(), nullable=False),
    sa.Column('confirmed_by_id', sa.Integer(), nullable=True),
    sa.Column('confirmed_at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['confirmed_by_id'], ['account.id'], name=op.f('fk_story_text_confirmed_by_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['story_id'], ['story.id'], name=op.f('fk_story_text_story_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_story_text')),
    sa.UniqueConstraint('story_id', 'prompt', name=op.f('uq_story_text_story_id_prompt'))
    )
    op.create_table('story_theme',
    sa.Column('story_id', sa.Integer(), nullable=False),
    sa.Column('theme_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['story_id'], ['story.id'], name=op.f('fk_story_theme_story_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['theme_id'], ['theme.id'], name=op.f('fk_story_theme_theme_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('story_id', 'theme_id', name=op.f('pk_story_theme'))
    )
    op.create_table('vote',
    sa.Column('statement_id', sa.Integer(), nullable=False),
    sa.Column('participant_id', sa.Integer(), nullable=False),
    sa.Column('vote', sa.String(length=10), nullable=False),
    sa.CheckConstraint("vote IN ('agree', 'not_sure', 'disagree')", name=op.f('ck_vote_vote')),
    sa.ForeignKeyConstraint(['participant_id'], ['participant.id'], name=op.f('fk_vote_participant_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['statement_id'], ['statement.id'], name=op.f('fk_vote_statement_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('statement_id', 'participant_id', name=op.f('pk_vote'))
    )
    op.create_table('case_study_partner',
    sa.Column('case_study_id', sa.Integer(), nullable=False),
    sa.Column('stakeholder_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['case_study_id'], ['case_study.id'], name=op.f('fk_case_study_partner_case_study_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['stakeholder_id'], ['stakeholder.id'], name=op.f('fk_case_study_partner_stakeholder_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('case_study_id', 'stakeholder_id', name=op.f('pk_case_study_partner'))
    )
    with op.batch_alter_table('grant', schema=None) as batch_op:
        batch_op.add_column(sa.Column('reads_stories', sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column('safeguards', sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table('grant', schema=None) as batch_op:
        batch_op.alter_column('reads_stories', server_default=None)
        batch_op.alter_column('safeguards', server_default=None)

    with op.batch_alter_table('invitation', schema=None) as batch_op:
        batch_op.add_column(sa.Column('story_id', sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f('ix_invitation_story_id'), ['story_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_invitation_story_id'), 'story', ['story_id'], ['id'], ondelete='CASCADE')
        batch_op.drop_constraint(batch_op.f('ck_invitation_holder'), type_='check')
        batch_op.create_check_constraint(batch_op.f('ck_invitation_holder'), sa.text(THREE))

    with op.batch_alter_table('response', schema=None) as batch_op:
        batch_op.add_column(sa.Column('story_id', sa.Integer(), nullable=True))
        batch_op.create_unique_constraint(batch_op.f('uq_response_story_id'), ['story_id'])
        batch_op.create_foreign_key(batch_op.f('fk_response_story_id'), 'story', ['story_id'], ['id'], ondelete='CASCADE')
        batch_op.drop_constraint(batch_op.f('ck_response_holder'), type_='check')
        batch_op.create_check_constraint(batch_op.f('ck_response_holder'), sa.text(THREE))



def downgrade():
    op.execute("DELETE FROM response WHERE story_id IS NOT NULL")
    op.execute("DELETE FROM answer WHERE response_id NOT IN (SELECT id FROM response)")
    op.execute("DELETE FROM answer_words WHERE answer_id NOT IN (SELECT id FROM answer)")
    op.execute("DELETE FROM invitation WHERE story_id IS NOT NULL")
    op.execute("DELETE FROM opened_questionnaire WHERE audience = 'story'")
    with op.batch_alter_table('response', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('ck_response_holder'), type_='check')
        batch_op.create_check_constraint(batch_op.f('ck_response_holder'), sa.text(TWO))
        batch_op.drop_constraint(batch_op.f('fk_response_story_id'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('uq_response_story_id'), type_='unique')
        batch_op.drop_column('story_id')

    with op.batch_alter_table('invitation', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('ck_invitation_holder'), type_='check')
        batch_op.create_check_constraint(batch_op.f('ck_invitation_holder'), sa.text(TWO))
        batch_op.drop_constraint(batch_op.f('fk_invitation_story_id'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_invitation_story_id'))
        batch_op.drop_column('story_id')

    with op.batch_alter_table('grant', schema=None) as batch_op:
        batch_op.drop_column('safeguards')
        batch_op.drop_column('reads_stories')

    op.drop_table('case_study_partner')
    op.drop_table('vote')
    op.drop_table('story_theme')
    op.drop_table('story_text')
    with op.batch_alter_table('look_up', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_look_up_flag_id'))

    op.drop_table('look_up')
    with op.batch_alter_table('story_flag', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_story_flag_story_id'))

    op.drop_table('story_flag')
    op.drop_table('story_contact')
    op.drop_table('story_consent')
    with op.batch_alter_table('significant_change', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_significant_change_evaluation_id'))

    op.drop_table('significant_change')
    op.drop_table('recording')
    with op.batch_alter_table('quotation', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_quotation_story_id'))

    op.drop_table('quotation')
    with op.batch_alter_table('case_study', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_case_study_evaluation_id'))

    op.drop_table('case_study')
    with op.batch_alter_table('story', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_story_session_id'))
        batch_op.drop_index(batch_op.f('ix_story_resident_id'))
        batch_op.drop_index(batch_op.f('ix_story_evaluation_id'))

    op.drop_table('story')
    with op.batch_alter_table('statement', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_statement_session_id'))

    op.drop_table('statement')
    with op.batch_alter_table('session_note', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_session_note_session_id'))

    op.drop_table('session_note')
    with op.batch_alter_table('participant', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_participant_session_id'))

    op.drop_table('participant')
    with op.batch_alter_table('door', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_door_session_id'))
        batch_op.drop_index(batch_op.f('ix_door_evaluation_id'))

    op.drop_table('door')
    with op.batch_alter_table('session', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_session_evaluation_id'))

    op.drop_table('session')
    op.drop_table('theme')
    with op.batch_alter_table('get_together_wish', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_get_together_wish_evaluation_id'))

    op.drop_table('get_together_wish')
